import type { Remedy, Rule } from '../types.ts'
import type { RemedyInput } from './remedy-input.ts'

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
    return 'It is in no commit yet. Revoke it if it has been sent, shown, synced or deployed anywhere; else mending the file is enough.'
  }
  return 'As far as this clone knows it has not been pushed. Revoke it all the same, unless you are sure that nobody else could read it.'
}

/** The owner of a value that no vendor's rule knows. */
function unknownOwner({ name }: RemedyInput): Pick<Remedy, 'text' | 'commands'> {
  if (!name || !/^\w+$/.test(name)) return { text: 'Find out what accepts this value, and change it there.' }
  return {
    text: `The name ${name} tells what accepts this value: change it there. Everything that reads it needs the new one:`,
    commands: [`git grep -n ${name}`],
  }
}

/** What to do at the provider: it ends the incident, wherever the key stands. */
export function providerSteps(input: RemedyInput): readonly Remedy[] {
  const { console, revoke = [], rotate = [], commands = [], effect } = input.rule.remedy
  const known = console !== undefined || revoke.length + rotate.length + commands.length > 0
  const owner = known ? undefined : unknownOwner(input)
  const lines = [
    opening(input),
    ...(owner ? [owner.text] : revoke),
    ...(effect ? [`What stops working: ${effect}`] : []),
  ]
  const first: Remedy = {
    kind: 'revoke',
    text: `${input.rule.title}: ${lines.join('\n')}`,
    ...((owner?.commands ?? commands).length > 0 && { commands: owner?.commands ?? commands }),
    ...(console && { url: console }),
  }
  return rotate.length > 0 ? [first, { kind: 'rotate', text: `${input.rule.title}: ${rotate.join('\n')}` }] : [first]
}
