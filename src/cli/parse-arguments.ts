import { parseArgs } from 'node:util'
import { UsageError } from '../errors/usage-error.ts'
import { FLAGS, type Flag, type FlagName } from './flags.ts'

export interface Arguments {
  /** Paths to scan, or a command's own words. */
  readonly words: readonly string[]
  has(name: FlagName): boolean
  /** The last value given. */
  value(name: FlagName): string | undefined
  values(name: FlagName): readonly string[]
}

const flagOf = new Map<string, Flag>(FLAGS.map(flag => [flag.name, flag]))

/** Letters to change to get from one word to the other, bounded. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    previous = row
  }
  return previous[b.length]!
}

function unknownFlag(given: string): UsageError {
  const name = given.replace(/^-+/, '')
  const [nearest] = FLAGS.map(flag => ({ flag, far: distance(name, flag.name) })).sort((a, b) => a.far - b.far)
  const hint = nearest && nearest.far <= 3 ? ` Did you mean --${nearest.flag.name}?` : ''
  return new UsageError(`unknown option ${given}.${hint} "keyscan --help" lists all of them.`)
}

/** Reads the command line. Throws UsageError for what it does not know, for values missing and for values too many. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { words, given } = switchesOnly(argv) ?? parse(argv)
  return {
    words,
    has: name => given.has(name),
    value: name => given.get(name)?.at(-1),
    values: name => given.get(name) ?? [],
  }
}

interface Parsed {
  readonly words: readonly string[]
  /** Values by name; of a switch an empty one each time. */
  readonly given: ReadonlyMap<string, readonly string[]>
}

/** What hooks call keyscan with needs no parser; Node's takes 1.5 ms to load. */
function switchesOnly(argv: readonly string[]): Parsed | undefined {
  const names = argv.map(word => (word.startsWith('--') ? word.slice(2) : ''))
  const isSwitch = (name: string): boolean => flagOf.has(name) && flagOf.get(name)?.value === undefined
  return names.every(isSwitch) ? { words: [], given: new Map(names.map(name => [name, ['']])) } : undefined
}

function parse(argv: readonly string[]): Parsed {
  const options = Object.fromEntries(
    FLAGS.map((flag: Flag) => [
      flag.name,
      { type: flag.value ? 'string' : 'boolean', ...(flag.short && { short: flag.short }), multiple: true } as const,
    ]),
  )
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const flag = flagOf.get(token.name)
    if (!flag) throw unknownFlag(token.rawName)
    if (flag.value && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${flag.value}`)
    }
    if (!flag.value && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`)
    const values = given.get(flag.name) ?? []
    if (values.length > 0 && flag.value && !flag.repeatable) throw new UsageError(`${token.rawName} is given twice`)
    given.set(flag.name, [...values, token.value ?? ''])
  }
  return { words: positionals, given }
}
