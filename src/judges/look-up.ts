import type { Case, Judge } from '../types.ts'
import { isCode } from './is-code.ts'
import { isGeneric } from './is-generic.ts'
import { isRandom } from './is-random.ts'
import { kindOfPath } from './kind-of-path.ts'
import { nameKind } from './name-kind.ts'
import { secretOf } from './secret-of.ts'
import { withoutTerms } from './without-terms.ts'
import { writtenBits } from './written-bits.ts'

const LONGEST = 300

/** Reads the value from where it belongs, whatever the quoting. */
const READS_IT =
  /process\.env\b|import\.meta\.env|\b(?:os\.)?(?:getenv|environ)\b|\bSystem\.getenv|\bENV(?:\[|\.fetch)|\$env:|\bEnv(?:ironment)?\.Get|\$_(?:ENV|SERVER|GET|POST)\b|\bDeno\.env|\bBun\.env|\benv(?:::|\.|\()|\bsecrets\.[A-Z]|\bvault:|\bssm:|\bop:\/\/|\bsm:\/\/|^vault\/|^secretsmanager:|\barn:aws[a-z-]*:(?:secretsmanager|ssm|kms):|^@?(?:file|env|secret|keyring|keychain|awssm|gcp|azurekv|sops)[:(]\S|\b(?:config|settings|secrets|credentials|vault|keyring)(?:\.get|\[|\()|\bfromEnv\b|\bkeychain:|\/run\/secrets\/|\b(?:secretmanager\.googleapis\.com|vault\.azure\.net)\/|^__REF__\(|ENC\[/

/** https://www.rfc-editor.org/rfc/rfc8141: a name by its form, as of a Secret of Kubernetes (`urn:k8s:secret:…`) or a lock of WebDAV. */
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:[^\s]/i

/** What stands before a value that only names the secret: `getenv("X")`, Jenkins' `credentials('id')`, the ARN of a stored secret. */
const NAMED_BY_IT =
  /(?:\b(?:getenv|environ(?:\.get)?|get_?env(?:ironment_?variable)?|credentials|get_?secret(?:_?value)?|read_?secret|lookup|env)\s?\(\s?|\b(?:environ|env|secrets)\[)["'`]?$|\barn:aws[a-z-]*:[a-z]{2,20}:[\w-]{0,30}:\d{0,12}:[\w-]{1,20}:$/i

/** `$confdir/naspasswd`, `hashed_with_$algorithm`: a text that a variable is put into. */
const INTERPOLATED = /^\$[a-z_]\w*(?:\/[\w.-]+){1,8}$|^-[A-Z]\$\w+$|^[a-z]+(?:[-_][a-z]+){1,6}[-_]\$[a-z_]{3,}$/i
/** `&session-state:Tmp-Integer-0`, as FreeRADIUS writes what another attribute holds: https://wiki.freeradius.org/config/Unlang */
const ATTRIBUTE = /^&(?:[A-Za-z][A-Za-z-]*[.:])*[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*){1,8}$/
/** `["--secret", "--lifetime=3600"]`: the next option. */
const OPTION = /^--?[a-z][a-z0-9]*(?:[-_][a-z0-9]+){0,8}(?:=[\w./:-]{0,80})?$/

/** Literals and names of types; they stand where a value could. */
const NO_VALUE =
  /^(?:null|nil|none|undefined|always|never|on_create|void|nan|true|false|yes|no|on|off|string|str|text|base64|crypt|plain|plaintext|cleartext|char|bytes?|varchar|number|int(?:eger)?|float|double|bool(?:ean)?|any|object|unknown|never|self|this|buffer|uint8array|array|list|dict|map|secretstr|securestring|optional|required|nullptr|empty|default|auto|inherit|initial|unset|disabled|enabled)(?:\[\]|\?|!|\.|\*{1,2})?$/i
const TYPE = /^(?:Optional|Option|Maybe|Union|List|Array|Promise|Ref|Readonly|Partial|Record|Map|Literal|Secret)[[<(]/

/** Expressions that no quote closes: calls, properties, indexes, addresses of variables, arithmetic. */
const EXPRESSION =
  /^(?:new|await|async|function|return|typeof|yield|lambda|not|if|else|import|require|static|const)\s|^[!&*]?[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)+[;,)\]]*$|^[!&*]?[A-Za-z_$][\w$.:>-]*[([]|^[[({]|^[a-z]+_[a-z]+;$|=>|^\(?[A-Za-z_$][\w$]*\)?\s*(?:\|\||&&|\?\?|[+])\s*/
/** `password[0].value`: what the square bracket belongs to stands before the value. */
const INDEXED = /^(?:\d{1,4}|["'][\w-]{1,40}["']|[a-z_.]{1,40})?\](?:\.[a-z_]\w{0,40}|\[\w{0,40}\]){1,6}[,;)]{0,3}$/i

/** A bare word in code is a variable; digits at its end do not make it a literal. */
const VARIABLE = /^[&*@$]?[A-Za-z_$][A-Za-z_$]*\d{0,2}[;,)\]]*$/

/** Of `cfg` and `pwd` the letters say nothing. */
const SHORT_NAME = 10

/** `copper.winter31`: in a file that is no code a password may have a dot. */
const DOTTED = /^(?=.*\d)[A-Za-z_][\w-]*(?:\.[\w-]+){1,2}$/
const ABOUT_CODE =
  /pass|pwd|secret|token|key|cred|conf|sett|env|self|this|var|user|item|args?\b|data|param|opt|result|response/i

function isDottedPassword({ match, path }: Case, value: string): boolean {
  return (
    path !== undefined &&
    !isCode(path) &&
    kindOfPath(path, 'lower') === undefined &&
    (match.parts.name === undefined || nameKind(match.parts.name) === 'password') &&
    DOTTED.test(value) &&
    !ABOUT_CODE.test(value)
  )
}

/** `${db.password:walnut84}`: what is used where nothing else is set. */
const FALLBACK = /\$\{[\w.-]{1,80}:[-=]?$/

function isLiteral(one: Case): boolean {
  const before = textBefore(one)
  return /["'`]$/.test(before) || FALLBACK.test(before)
}

/** Enough for the call that the value is the first argument of. */
const BEFORE = 100

function textBefore({ match }: Case): string {
  const at = match.start - match.lineStart
  return match.line.slice(Math.max(0, at - BEFORE), at)
}

/** `user_data = <<EOF` of Terraform holds a script: there nothing else has no blank before the equals sign. */
function isOfScript(one: Case): boolean {
  return /\.(?:tf|hcl)$/.test(one.path ?? '') && /^[ \t]*(?:export )?[A-Z][A-Z0-9_]+=$/.test(textBefore(one))
}

/** The value is code that brings the secret, or no value at all. */
export const lookUp: Judge = one => {
  const value = secretOf(one)
  if (value.length > LONGEST || value.startsWith('-----BEGIN')) return undefined
  if (READS_IT.test(value)) return dropped('reads the value from elsewhere')
  if (INDEXED.test(value)) return dropped('an expression, not a literal')
  if (URN.test(value)) return dropped('the name of a thing')
  if (!isGeneric(one)) return undefined
  if (/[\w)\]]->$/.test(textBefore(one))) return dropped('an expression, not a literal')
  if (NAMED_BY_IT.test(textBefore(one))) return dropped('names what is read from elsewhere')
  if (INTERPOLATED.test(value)) return dropped('put together from a variable')
  if (ATTRIBUTE.test(value)) return dropped('what another attribute holds')
  if (OPTION.test(value) && !isRandom(value)) return dropped('the next option')
  if (NO_VALUE.test(value) || TYPE.test(value)) return dropped('a type or an empty value')
  // A cell of a table is no expression either.
  if (isLiteral(one) || one.match.rule.rows) return undefined
  // A form of its own is no matter of the language round it: `IDENTIFIED BY word` in SQL.
  const inCode = one.path !== undefined && isCode(one.path) && !isOfScript(one) && one.match.rule.confidence !== 'high'
  // Random text with a bracket or a dot in it looks like a call or a property too.
  const isCodeLike = inCode ? !isRandom(value) : writtenBits(value) >= 0
  if (isCodeLike && EXPRESSION.test(value) && !isDottedPassword(one, value)) {
    return dropped('an expression, not a literal')
  }
  if (inCode && VARIABLE.test(withoutTerms(value)) && (value.length <= SHORT_NAME || !isRandom(value))) {
    return dropped('a variable, not a literal')
  }
  return undefined
}

function dropped(what: string) {
  return { says: 'drop', verdict: { lookUp: true }, why: `look-up: ${what}` } as const
}
