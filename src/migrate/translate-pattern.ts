/** A pattern of another dialect has no counterpart here; the message says what of it. */
export class UntranslatableError extends Error {
  override readonly name = 'UntranslatableError'
}

export interface TranslatedPattern {
  readonly pattern: string
  readonly ignoreCase: boolean
  readonly notes: readonly string[]
}

/** Upper bound for what has none: no key is longer, and a window has to end somewhere. */
const BOUND = 200

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
  space: '\\s',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
}

interface Group {
  readonly fold: boolean
  readonly dotAll: boolean
}

/**
 * A pattern of Go (RE2) or of another JavaScript tool as a rule's pattern. `secretGroup` is the number of the group that is the secret; 0 is the
 * whole match, undefined the first group or else the whole.
 */
export function translatePattern(source: string, secretGroup: number | undefined, flags = ''): TranslatedPattern {
  const leading = /^\(\?([a-zA-Z]+)\)/.exec(source)
  const ignoreCase = flags.includes('i') || (leading?.[1]?.includes('i') ?? false)
  const notes = new Set<string>()
  const groups: Group[] = []
  let now: Group = { fold: false, dotAll: flags.includes('s') || (leading?.[1]?.includes('s') ?? false) }
  const wanted = secretGroup ?? 1
  let number = 0
  let found = false
  let out = ''
  let at = leading ? leading[0].length : 0
  if (leading && /[^ims]/.test(leading[1]!)) throw new UntranslatableError(`(?${leading[1]}) has no counterpart`)

  while (at < source.length) {
    const rest = source.slice(at)
    if (rest.startsWith('\\')) out += escaped(rest, false)
    else if (rest.startsWith('[')) out += characterClass(rest)
    else if (rest.startsWith('(')) out += openGroup(rest)
    else if (rest.startsWith(')')) {
      now = groups.pop() ?? now
      out += take(1)
    } else if (/^[*+?{]/.test(rest) && out !== '') out += quantifier(rest)
    else if (rest.startsWith('.')) {
      take(1)
      out += now.dotAll ? '[\\s\\S]' : '.'
    } else out += letter(take(1), false)
  }
  if (!found && secretGroup !== undefined && secretGroup > 0) {
    throw new UntranslatableError(`secretGroup is ${secretGroup}, but there are ${number} groups`)
  }
  return { pattern: found ? out : `(?<secret>${out})`, ignoreCase, notes: [...notes] }

  function take(length: number): string {
    const text = source.slice(at, at + length)
    at += length
    return text
  }

  function letter(character: string, inClass: boolean): string {
    if (/[^\x00-\x7f]/.test(character)) {
      const bytes = [...Buffer.from(character)].map(byte => `\\x${byte.toString(16)}`).join('')
      if (inClass) throw new UntranslatableError(`"${character}" in a class: patterns run over bytes`)
      return `(?:${bytes})`
    }
    if (!now.fold || !/[a-zA-Z]/.test(character)) return character
    const both = character.toLowerCase() + character.toUpperCase()
    return inClass ? both : `[${both}]`
  }

  function escaped(rest: string, inClass: boolean): string {
    const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest)
    if (quoted) {
      take(quoted[0].length)
      return [...quoted[1]!].map(one => (/\w/.test(one) ? letter(one, inClass) : `\\${one}`)).join('')
    }
    const hex = /^\\x\{([0-9A-Fa-f]+)\}/.exec(rest)
    if (hex) {
      take(hex[0].length)
      const code = Number.parseInt(hex[1]!, 16)
      if (code > 0xff) throw new UntranslatableError(`${hex[0]}: patterns run over bytes`)
      return `\\x${code.toString(16).padStart(2, '0')}`
    }
    if (/^\\x[0-9A-Fa-f]{2}/.test(rest)) return take(4)
    const [, name = ''] = rest
    if (/^[pPCKRXGkg]/.test(name)) throw new UntranslatableError(`\\${name} has no counterpart`)
    take(2)
    if (inClass) return name === 'a' ? '\\x07' : `\\${name}`
    if (name === 'A') return '(?<![\\s\\S])'
    if (name === 'z' || name === 'Z') return '(?![\\s\\S])'
    if (name === 'a') return '\\x07'
    if (name === 'h') return '[ \\t]'
    return `\\${name}`
  }

  function characterClass(rest: string): string {
    const opening = /^\[\^?\]?/.exec(rest)![0]
    let text = take(opening.length).replace(/\]$/, '\\]')
    while (at < source.length && source[at] !== ']') {
      const inside = source.slice(at)
      const posix = /^\[:(\^?)(\w+):\]/.exec(inside)
      if (posix) {
        const members = POSIX_CLASSES[posix[2]!]
        if (posix[1] || members === undefined) throw new UntranslatableError(`${posix[0]} has no counterpart`)
        take(posix[0].length)
        text += members
      } else if (inside.startsWith('\\')) text += escaped(inside, true)
      else if (now.fold && /^[a-zA-Z]-[a-zA-Z]/.test(inside)) {
        const range = take(3)
        text += range.toLowerCase() + range.toUpperCase()
      } else text += letter(take(1), true)
    }
    take(1)
    return `${text}]`
  }

  function openGroup(rest: string): string {
    groups.push(now)
    const scoped = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(rest)
    if (scoped) {
      const [all, on = '', off = '', end] = scoped
      if (/[^ims]/.test(on + off)) throw new UntranslatableError(`(?${on}${off && `-${off}`}) has no counterpart`)
      if (ignoreCase && off.includes('i')) throw new UntranslatableError('(?-i) within (?i) has no counterpart')
      const fold = !ignoreCase && (on.includes('i') || (now.fold && !off.includes('i')))
      const dotAll = on.includes('s') || (now.dotAll && !off.includes('s'))
      take(all.length)
      now = { fold, dotAll }
      if (end === ':') return '(?:'
      // `(?i)` in the midst holds to the end of the group that it stands in.
      groups.pop()
      return ''
    }
    const look = /^\(\?<?[=!]/.exec(rest)
    if (look) return take(look[0].length)
    const atomic = /^\(\?(?:>|\||#)/.exec(rest)
    if (atomic) throw new UntranslatableError(`${atomic[0]} has no counterpart`)
    const named = /^\(\?P?<([A-Za-z_]\w*)>/.exec(rest)
    take(named ? named[0].length : 1)
    number++
    const isSecret = !found && (named?.[1] === 'secret' || number === wanted) && secretGroup !== 0
    if (!isSecret) return '(?:'
    found = true
    return '(?<secret>'
  }

  function quantifier(rest: string): string {
    const [all = '', sign = '', min = '', comma = '', max = ''] = /^([*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(rest) ?? []
    if (all === '') return `\\${take(1)}`
    take(all.length)
    let text = all
    const least = sign === '+' ? 1 : Number(min || 0)
    if (sign === '*' || sign === '+' || (comma !== '' && max === '')) {
      text = `{${least},${Math.max(BOUND, least * 2)}}`
      notes.add(`what repeated without end now does so at most ${BOUND} times`)
    }
    if (source[at] === '+') throw new UntranslatableError(`${all}+ (possessive) has no counterpart`)
    return source[at] === '?' ? text + take(1) : text
  }
}
