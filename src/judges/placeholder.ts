import { isSignsOnly } from '../findings/is-signs-only.ts'
import type { Case, Judge } from '../types.ts'
import { base64Text } from './base64-text.ts'
import { isGeneric } from './is-generic.ts'
import { isRandom } from './is-random.ts'
import { isSetWeak } from './is-set-weak.ts'
import { isTrivial } from './is-trivial.ts'
import { secretOf } from './secret-of.ts'

/** A PEM block holds these by chance, and nobody writes a placeholder that long. */
const LONGEST = 400
/** What stands beside words that ask for a value is a secret from here on, where it is random. */
const SHORTEST_MADE = 32

/** Long enough, or bounded by what is no letter, so that random text of a hundred characters has one in less than one of 10 000 cases. */
const WORDS =
  /example|placeholder|(?:change|edit)[-_ ]?(?:me(?:now)?(?![a-z])|this)|(?:should|must|to)[-_ ]be[-_ ]changed|please[-_ ]?(?:generate|change|replace|set|use|fill|enter)|needs? to be (?:filled|set|changed|replaced)|abc[-_]?123[-_]?(?:def|xyz|cba)|replace[-_ ]?(?:me(?![a-z])|this|with|by)|^replace[-_](?=[a-z])|your[-_ ]?(?:own|api|secret|access|auth|bot|app|client|private|public|key|token|pass|pwd|user|name|project|account|database|db|domain|host|server|org|company|real|actual|value|string)|(?<![a-z])your[-_ ]|^your[a-z]{3,24}(?:password|passwd|secret|token|key)$|(?<![a-z])(?:put|enter|add|paste|fill|insert|use|set)[-_ ](?:your|the|my|in|it)(?![a-z])|(?:key|token|secret|password|value|id)[-_ ]?(?:goes[-_ ]?)?here(?![a-z])|red-?acted|censored|obfuscated|foo[-_]?bar(?![a-z])|(?<![a-z])(?:votre|tu|su|sua|deine?|ihre?|uw|jouw|twoje)[-_](?:cl|mot|con|pass|senha|chave|token|secret|api)|mot[-_]de[-_]passe|lorem|dummy|deadbeef(?![0-9a-f])|not[-_ ]?a?[-_ ]?(?:real|valid|secret)(?![a-z])|(?<![a-z0-9])(?:fake|todo|fixme|tbd|insert|sample|removed|masked|hidden|undefined|n\/a)(?![a-z0-9])/i

/** `invalid-eyJhbGc…`: what a test breaks on purpose. */
const BROKEN =
  /^(?:invalid|malformed|expired|bogus|tampered)[-_.]|^(?:Sample|Dummy|Fake|Mock)(?:Refresh|Access)?(?:Token|Key|Secret)/i

/** Marks that stand for what was left out. Any value with dots at its end was cut by whoever wrote it. */
const LEFT_OUT = /\*{3}|\*DATA\*DELETED|\.{3}|\u2026|\u2022{2}|\u25cf{2}|[?]{4}|_{5}|#{5}/

/** Syntax that something else fills in. */
const TEMPLATE =
  /\$\{[A-Za-z_][\w.:\s?()[\]'"/-]*\}|^\$\{|\$\{[A-Za-z_]\w*$|\$\([A-Za-z_][^)]+\)|^\$\(|\{\{[^{}]*\}\}|^\{\{|\{\[\$[A-Za-z_]\w*|#\{[A-Za-z_@][^}]*\}|<%.{0,80}%>|^<%|\{\$[A-Za-z_][\w>[\]'"-]*\}|\[\[[A-Za-z_. -]*\]\]|\$\[[A-Za-z_][^\]]*\]|%\{[^}]*\}|^%[a-z][a-z_]*(?:\.[a-z_]+)+%|%\([A-Za-z_]\w*\)[sd]|\{[a-z]+:[\w.<>^+-]{1,20}\}|<[^<>]{0,40}(?:your|key|token|secret|pass|api|insert|name|user|value|here)[^<>]{0,40}>/i
/** The whole value: `$X`, `%X%`, `@x@`, `__X__`, `<x>`, `{x}`, `[x]`, `:x`, `%s`, `?`. */
const WHOLE_TEMPLATE =
  /^(?:\$[A-Za-z_]\w*\$?|\$[A-Za-z_]\w*(?:\/[\w.$-]+)+\/?|\$[A-Za-z_]\w*(?:\[['"]?\w{1,40}['"]?\]){1,3}|[A-Za-z_/.:-]+[_/.:-]\$[A-Za-z_]\w*|\$\d|\$\$?\{?[A-Z_]+\}?|%[A-Za-z_]\w*%|@[A-Za-z_][\w.-]*@|@[A-Za-z_]+|__[A-Za-z]\w*__|<[^<>]+>|\{[A-Za-z_][\w.:!]*\}|\{[A-Za-z_]\w*(?:\.\w+|\[["']?[\w.-]{1,60}["']?\]){1,4}\}|\{[a-z_]\w*:[-+ ]?[0-9.,]*[a-z%]?\}|\{\d*\}|\[[A-Za-z _-]+\]|:[a-z_]+|%[-+]?[0-9.]*[sdvqxf@]|%[a-z]\w*\([^%]*\)%|#[A-Za-z_][\w.]*\.[\w.]+#|["'] ?[.+].*[.+] ?["']|[?])$/

/** `GIT_PASSWORD`: the name of what is filled in. */
const VARIABLE_NAME =
  /^[A-Z][A-Z0-9]{1,19}(?:_[A-Z][A-Z0-9]{0,19}){0,4}_(?:PASSWORD|PASSWD|PASS|PWD|TOKEN|SECRET|KEY|CREDENTIALS?|PAT|LOGIN|PLAIN|AUTH|(?:AUTH|API|ACCESS|MASTER|PRIVATE)KEY)$/

/** `&lt;password&gt;`, `\npassword\n`: what is written so to stand in a page, or in a text. */
const ESCAPED = /%20|&(?:lt|gt|quot|amp|#0?39|#x27);|\\{1,2}[nrt]/g

/** Behind a vendor's name: `UPCLOUD_PASSWORD=password`. */
const ITSELF = /^(?:passw(?:or)?d|secret|token|api[_-]?key|access[_-]?token)$/i

/** `Dnoq1zzzzzzzzzAK7`: a key that was held down. */
const HELD_DOWN = /([B-Zb-z])\1{8}/

/** As some put before their tokens: `APP_YWNjZXNzX3Rva2Vu`. */
const PREFIX = /^[A-Z]{2,6}_/

/** `sk-47aa…62f6xxxx`: the last ones were taken away. */
const CUT_AT_THE_END = /[0-9A-Za-wyz](?:x{4}|X{4})$/

/** `xxxxxxxx`: a row of them that is no accident in a value of this length. */
function isCrossedOut(value: string): boolean {
  const longest = Math.max(0, ...(value.match(/x{4,}|X{4,}/g) ?? []).map(run => run.length))
  return (longest >= 4 && longest >= value.length / 8) || CUT_AT_THE_END.test(value) || HELD_DOWN.test(value)
}

/** `not-a-secret&zbl…`: what is behind the words nobody typed. */
function isMadeBeside(value: string): boolean {
  const rest = value.replace(WORDS, '')
  return rest.length >= SHORTEST_MADE && isRandom(rest) && !/[./:<>]/.test(rest)
}

/** `Password={sql-password.value}`: the braces are no part of what was matched. */
const NAME = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*$/

function isInBraces({ line, start, end, lineStart }: Case['match'], value: string): boolean {
  const [from, to] = [start - lineStart, end - lineStart]
  return line.slice(0, from).endsWith('={') && line[to] === '}' && NAME.test(value) && !isRandom(value)
}

/** `[headers]`: where the next section of the settings begins. */
const HEADING = /^\s*\[[\w .-]{1,60}\]\s*$/

/** The value stands for another one, which is not here. */
export const placeholder: Judge = one => {
  const value = secretOf(one)
  if (value.length > LONGEST || value.startsWith('-----BEGIN')) return undefined
  if (LEFT_OUT.test(value)) return dropped('marks for what was left out')
  if (one.match.rule.rows && HEADING.test(one.match.line)) return dropped('the heading of a section')
  if (isSignsOnly(value)) return dropped('signs only')
  if (TEMPLATE.test(value) || WHOLE_TEMPLATE.test(value) || isInBraces(one.match, value))
    return dropped('template syntax')
  if (VARIABLE_NAME.test(value)) return dropped('the name of a variable')
  if (BROKEN.test(value)) return dropped('it says of itself that it is none')
  if (isCrossedOut(value)) return dropped('crossed out')
  if (WORDS.test(value) && !isMadeBeside(value)) return dropped('words that ask for a value')
  if (ITSELF.test(value) && one.match.rule.minEntropy > 0) return dropped('words that only say what it is')
  if (!isGeneric(one)) {
    const encoded = base64Text(value)
    return encoded !== undefined && WORDS.test(encoded) ? dropped('words that ask for a value') : undefined
  }
  // Secrets of Kubernetes are written in base64, their placeholders too.
  const text = base64Text(value.replace(PREFIX, ''))
  if (
    (isTrivial(value.replace(ESCAPED, ' ')) && !isSetWeak(one, value)) ||
    (text !== undefined && (isTrivial(text) || WORDS.test(text) || TEMPLATE.test(text)))
  ) {
    return dropped('words that only say what it is')
  }
  return undefined
}

function dropped(what: string) {
  return { says: 'drop', verdict: { placeholder: true }, why: `placeholder: ${what}` } as const
}
