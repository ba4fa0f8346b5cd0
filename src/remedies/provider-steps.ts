import type { Remedy, Rule } from '../types.ts'
import { pathspec } from './pathspec.ts'
import type { RemedyInput } from './remedy-input.ts'
import { sitesOf } from './sites-of.ts'

/** Needs no quotes, and is no option. */
const PLAIN_NAME = /^\w+$/

/** Keys that are made to be seen, or reach test data only: no reason for alarm. */
function isGentle(rule: Rule): boolean {
  return rule.severity === 'low' || /(?:^|-)(?:publishable|test|sandbox)(?:-|$)/.test(rule.id)
}

function opening({ rule, state }: RemedyInput): string {
  if (isGentle(rule)) {
    return 'A key of this kind is made to be seen or reaches test data only: restrict it to what it is for; replace it where that cannot be done.'
  }
  if (state === 'pushed') return 'Revoke it now, before anything else: whoever could read the repository may have it.'
  if (state === 'file' || state === 'index') {
    return 'In no commit yet: revoke it if it was already sent, shown, synced or deployed; else mending the file is enough.'
  }
  return 'As far as this clone knows it has not been pushed. Revoke it all the same, unless you are sure that nobody else could read it.'
}

/** The owner of a value that no vendor's rule knows. */
function unknownOwner({ name }: RemedyInput): Pick<Remedy, 'text' | 'commands'> {
  if (!name || !PLAIN_NAME.test(name)) return { text: 'Find out what accepts this value, and change it there.' }
  return {
    text: `The name ${name} tells what accepts this value: change it there. Everything that reads it needs the new one:`,
    commands: [`git grep -n ${name}`],
  }
}

/** What changes the repository is said by the steps of the state, which know what is right there. */
const CHANGES_REPOSITORY = /^git (?!grep |check-ignore )/

/** Which client speaks to which kind of address. */
const CLIENTS: Readonly<Record<string, RegExp>> = {
  psql: /^postgres/,
  mysql: /^(?:mysql|mariadb)/,
  mongosh: /^mongodb/,
  'redis-cli': /^rediss?:/,
}

/** Is this a command of a client for another database than the one that the address is of? */
function isOfOther(command: string, scheme: string | undefined): boolean {
  const client = CLIENTS[command.slice(0, command.indexOf(' '))]
  return client !== undefined && scheme !== undefined && !client.test(scheme.toLowerCase())
}

/** HOST and USER of an address, where they need no quotes: `db.example.com:5432` is the host without its port. */
function withAddress(command: string, { host, user }: Readonly<Record<string, string>> = {}): string {
  const name = host?.replace(/:\d+$/, '')
  const known = [
    ['HOST', name],
    ['USER', user],
  ] as const
  return known.reduce(
    (text, [word, value]) =>
      value !== undefined && /^[\w.-]+$/.test(value) ? text.replaceAll(word, () => value) : text,
    command,
  )
}

/** Fills in what is known of the words in capitals that a rule's commands leave open. */
function filledIn(commands: readonly string[], input: RemedyInput): readonly string[] {
  const path = sitesOf(input).allPaths[0]
  const name = input.name !== undefined && PLAIN_NAME.test(input.name) ? input.name : undefined
  return commands
    .filter(command => !CHANGES_REPOSITORY.test(command) && !isOfOther(command, input.parts?.scheme))
    .map(command => (input.parts?.scheme === undefined ? command : withAddress(command, input.parts)))
    .map(command => (name === undefined ? command : command.replace(/(?<= )NAME(?= |$)/, () => name)))
    .map(command =>
      path === undefined
        ? command
        : command.replace(/(?<= )PATH(?= |$)/, () => pathspec(path, input.inSubfolder === true)),
    )
}

/** What to do at the provider: it ends the incident, wherever the key stands. */
export function providerSteps(input: RemedyInput): readonly Remedy[] {
  const { console, revoke = [], rotate = [], effect } = input.rule.remedy
  const known = console !== undefined || revoke.length + rotate.length > 0
  const owner = known ? undefined : unknownOwner(input)
  const lines = [opening(input), ...(owner ? [owner.text] : revoke), ...(effect ? [effect] : [])]
  const commands = filledIn(owner?.commands ?? input.rule.remedy.commands ?? [], input)
  const first: Remedy = {
    kind: 'revoke',
    text: `${input.rule.title}: ${lines.join('\n')}`,
    ...(commands.length > 0 && { commands }),
    ...(console && { url: console }),
  }
  if (rotate.length === 0) return [first]
  return [first, { kind: 'rotate', text: `${input.rule.title}: ${rotate.join('\n')}` }]
}
