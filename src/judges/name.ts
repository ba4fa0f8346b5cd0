import type { Case, Judge } from '../types.ts'
import { hasCredentials } from './has-credentials.ts'
import { isGeneric } from './is-generic.ts'
import { isInList } from './is-in-list.ts'
import { isRandom } from './is-random.ts'
import { plainName } from './plain-name.ts'
import { secretOf } from './secret-of.ts'
import { tellsAbout } from './tells-about.ts'

/** What stands behind `password_` and `token_` when the variable holds something about the secret. */
const ABOUT =
  /_(?:id|ids|name|names|file|filename|path|dir|folder|url|uri|endpoint|host|port|type|types|kind|field|fields|label|labels|placeholder|hint|help|regex|pattern|format|length|len|size|min|max|count|limit|ttl|age|expiry|expires|expiration|expires_in|expires_at|lifetime|timeout|duration|interval|header|headers|prefix|suffix|param|params|parameter|policy|rule|rules|arn|ref|reference|version|message|msg|error|errors|text|title|description|desc|class|class_name|selector|icon|button|btn|input|form|page|route|link|screen|view|modal|dialog|component|enabled|disabled|required|visible|event|status|state|mode|strategy|provider|service|manager|factory|store|storage|handler|callback|validator|validation|generator|reset|changed|change|confirmation_text|strength|score|algorithm|alg|curve|scheme|usage|scope|scopes|audience|issuer|index|column|table|query|schema|encoding|separator|delimiter|symbol|rate|ratio|kinds|map|list|set|cache|env|env_var|variable|var|key_name|backend|program|prompt|method|function|options|config|source|target|owner|comment|bean|encoder|hashers?|hashing|decoder|converter|serializer|interceptor|adapter|listener|resolver|parser|builder|filter|attrs?|attributes?|chars|characters|charset|alphabet|warning|quality|history|lockout|match|proof|channel|mismatch|template(?:_(?:code|id))?)$|(?:^|_)colou?r_|(?:^|_)p(?:ass)?w_?dir$|_complexity(?:_code)?$|_(?:ld|c|cpp|cxx)?flags$|(?:^|_)postman_token$|_elements?$|(?:^|_)(?:first|second|one|two|single|multi)_?pass$|^pwd_(?:expire_warning|(?:max|min)_(?:age|length)|in_history|lockout|check_quality|(?:max|grace)_\w+|failure_\w+|must_change|safe_modify|allow_\w+)$/
/** Made to be shown. `key` last, since `public_key_token` is another thing. */
const PUBLIC =
  /^(?:(?:next|nuxt|expo)_)?public_(?!.*(?:secret|passw|private))|(?:^|_)(?:page|next|prev|previous|continuation|sync|cursor|delta|skip|web_?site)_?token$|(?:^|_)(?:csrf|xsrf|authenticity|synchronizer|csrf_?middleware|request_?verification|anti_?forgery)_?token(?:$|_)|(?:^|_)(?:amz|goog)_credential$|(?:^|_)(?:public|pub|publishable|(?:web_?)?site|sitekey|anon|measurement|tracking|analytics(?:_app)?|search_?only(?:_api)?|search_api)_?key|(?:^|_)public_(?:token|id)|^gateway_?key(?:$|_|s$)|^(?:ssh_)?pub(?:lic)?_?key|(?:^|_)(?:key|token)_?(?:code|press|down|up|frame|frames|board|word|words|path|of)(?:$|_)|(?:^|_)(?:primary|foreign|sort|partition|cache|spreadsheet|worksheet|sheet|lookup|translation|i18n|locale|dedupe|group|object|unique|composite|map|dict|registry|react|query|route|row|item|index|shortcut|hot|arrow|enter|tab|escape|shift|meta|control|websocket|idempotency|file|image|img|blob|asset|message|msg|job|issue|s3|stats|container|event|document|node|entity|record|thread|post|video|audio|media|photo|picture|avatar|folder|slug|build|metric|tag|label|parent|child|resource|contact)_?key(?:$|_|s$)|(?:^|_)(?:tokenizers?|tokenize|keyboard|keycode|monkey|turkey|donkey|hockey|jockey|keynote|passenger|passive|secretar(?:y|ies|iat)|passed|bypass|compass|password_less|passwordless|author|authors|authored|authority)(?:$|_)/

/** `S3_KEY`: of an object, or what logs in there (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html). */
const OF_STORAGE = /(?:^|_)s3_key$/
const ACCESS_KEY = /^[A-Za-z0-9+/]{40}$/

function isKeyOfStorage(name: string, secret: string): boolean {
  return OF_STORAGE.test(name) && ACCESS_KEY.test(secret) && isRandom(secret)
}

/** `encryption.primary_key`: whatever else keys are called so, this one encrypts. */
const OF_ENCRYPTION = /crypt(?:ion|ed)?_(?!.*(?:^|_)pub(?:lic|lishable)?_)/

/** What is done to a password: the token in a link that does it is gone in an hour. */
const ACTION = /^(?:reset|forgot(?:ten)?|recover|lost)_(?:pass(?:word)?|pwd)$/
/** Helm charts name the Secret of Kubernetes so: https://helm.sh/docs/howto/charts_tips_and_tricks/ */
const NAMED = /^existing_?(?:secret|password|credential)s?$/
/** Of Kubernetes too: `tlsSecret: shop.example-tls` names what holds a certificate. A key of TLS is longer, and random. */
const NAMES_A_SECRET = /(?:^|_)(?:tls|(?:image_?)?pull|cert(?:ificate)?|ca)_secrets?$/
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const NAME_OF_A_SECRET = /^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+$/
/** A user and a password in two lines, or the file that they are in: https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/ */
const OF_BOTH = /^(?:auth|http_proxy)_user_pass$/
/** What a setting is kept under: `PREFERENCE_PASSCODE = "PrefPinCode1"`. */
const KEPT_UNDER = /^(?:pref|prefs|preference|extra|intent|bundle|arg|column|col)_/
const IDENTIFIER = /^[A-Za-z]+(?:[._-][A-Za-z]+)*\d?$/
/** `PasswordInClearText` is the password itself. */
const IN_CLEAR = /_(?:in_)?(?:clear|plain)_?text$/
/** Programs that ask for it: `GIT_ASKPASS`. What sudo runs without asking: https://www.sudo.ws/docs/man/sudoers.man/#NOPASSWD */
const PROGRAM = /(?:^|_)ask_?pass$|^no_?pass(?:wd|word)?$/
/** `REDACTED_CREDENTIAL_VALUE = "…"`: what is shown in its place. */
const SHOWN_INSTEAD = /^(?:redacted|masked|blanked|obfuscated)_/
/** `TS_KUBE_SECRET=tailscale`: the Secret of Kubernetes that a program keeps its state in. */
const OBJECT = /(?:^|_)(?:kube|kubernetes|k8s)_secret$/
/** Which part of a Secret is meant, and where it comes from: https://external-secrets.io/latest/api/externalsecret/ */
const PART_OF_A_SECRET = /^secretKey$/
const COMES_FROM = /^[ \t]*remoteRef:/m
/** `passwordKey: smtp-password`: under which key of a Secret it is: https://helm.sh/docs/howto/charts_tips_and_tricks/ */
const WHICH_KEY = /(?:^|_)(?:password|username)_key$/
/** It pays once, or names what is paid with. */
const OF_ONE_THING =
  /(?:^|_)(?:payment(?:_method)?|transaction|customer|(?:credit_)?card|fingerprint|reference|asset|purchase|receipt|request|search)_token$/

/** https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html */
const FOLDER = /^(?:OLD)?PWD$/i

/** Programs that keep passwords are called so: `NordPass = "b84e4048-…"` is how one of them calls itself. */
const KEEPER = /^(?:(?:one|1)_?password|(?:last|nord|proton|keeper|kee|en)_?pass(?:_?xc|_?dx)?)$/

/** `/etc/passwd: 429b2256…`: a file and its digest. */
const PATH_BEFORE = /\/[\w.-]*$/
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i

/** `<pwd.h>` is included, not assigned to. */
const FILE = /\.(?:h|hh|hpp|[cm]?js|css|php|html?)$/

/** `&` in a JSON of addresses: `\u0026pageToken=`. */
const ESCAPED = /^u0026/i
/** Maps, tables and caches have keys too: a digest or an id among them is none. */
const BARE = /^-{0,2}key$/i
const OF_BOTH_CASES = /[a-z].*[A-Z]|[A-Z].*[a-z]/
const HEX = /^[0-9a-f-]*$/i

function isMade(value: string): boolean {
  return OF_BOTH_CASES.test(value) || (!HEX.test(value) && isRandom(value))
}

/** `encryption: { key: '…' }`, `api = {"key": "…"}`: what stands before it on the line says what is meant by a key. */
const ENCRYPTS = /(?:crypt|cipher|jwt|hmac|(?<![a-z])api(?![a-z]))[\w-]{0,12}["']?\s{0,4}(?:=>?|:)\s{0,4}[[{(]/i

/** `api key = …` in a note. */
const OF_WORDS = /(?:\bapi|secret|access|encryption|signing|private|licen[cs]e)[ -]key["'`*]{0,2}\s{0,4}[:=]/i

/** `key = bytes.fromhex("…")`: maps have no such keys. */
const MADE_TO_BYTES = /(?:fromhex|unhexlify|hex2bin|b64decode|GetBytes)\(b?["']$/

function encrypts({ match }: Case): boolean {
  const before = match.line.slice(0, match.start - match.lineStart)
  return ENCRYPTS.test(before) || OF_WORDS.test(before) || MADE_TO_BYTES.test(before)
}

/** What stands before its name on the line. */
function beforeName({ match }: Case, given: string): string {
  const before = match.line.slice(0, match.start - match.lineStart)
  return before.slice(0, Math.max(0, before.lastIndexOf(given)))
}

/** `SSL_KEY_CREDENTIALS: broker1_sslkey_creds`: the file that has them, as images of Kafka ask for it: https://docs.confluent.io/platform/current/installation/docker/config-reference.html */
const OF_CREDENTIALS = /(?:^|_)cred(?:ential)?s$/
const FILE_OF_CREDENTIALS = /^[a-z][a-z0-9]{0,40}(?:[-_.][a-z0-9]{1,40}){0,6}[-_.]cred(?:ential)?s?$/i
/** The one that a page shows is called so; the other says `secret` or `private`. */
const OF_CAPTCHA = /(?:^|_)(?:re_?captcha|h_?captcha|solve_?media|turnstile)_key$/

/** `'cane.pw', 'carp.pro'`: one of a list of domains, https://www.iana.org/domains/root/db/pw.html */
const DOMAIN_BEFORE = /[a-z0-9]\.$/i
const DOMAIN = /^[a-z0-9-]{1,60}(?:\.[a-z]{2,12}){1,3}$/i

/** `pass: 12, fail: 3`: how tests went, or what is shown then. */
const PASSED = /^pass(?:ed)?$/
const FAILED = /\bfail(?:ed|ures?)?\b/i

/** `"accounts-password", "accounts-2fa"`: the next of a list. */
const BEGINNING = /^(?:[a-z]{3,}|\d{1,2}\.[a-z\d]{1,3})(?=[-_][a-z]+$)/
const NEXT = /^(?:[a-z]{3,}|\d{1,2}\.[a-z\d]{1,3})[-_][a-z0-9]{2,10}$/
/** `"t1-passwords-and-sign-in", "t2-two-factor"`: words behind a mark with a number. */
const MARKED = /^[a-z]{1,3}(?=\d{1,2}(?:-[a-z]+){2,}$)/

function isNextOfList(given: string, value: string): boolean {
  const beginning = BEGINNING.exec(given)?.[0]
  if (beginning !== undefined && NEXT.test(value) && value.startsWith(beginning)) return true
  const mark = MARKED.exec(given)?.[0]
  return mark !== undefined && MARKED.exec(value)?.[0] === mark
}

/** The variable's name says that what it holds is no secret. */
export const name: Judge = one => {
  const given = one.match.parts.name
  if (given === undefined || !isGeneric(one)) return undefined
  if (hasCredentials(secretOf(one))) return undefined
  const plain = plainName(given.replace(ESCAPED, '')).replace(IN_CLEAR, '')
  if (FOLDER.test(given) && /^[/~]|^[A-Za-z]:/.test(secretOf(one))) {
    return { says: 'drop', verdict: { name: 'folder' }, why: 'the folder that a shell is in' }
  }
  const mayBeHost = plain === 'pw' && DOMAIN_BEFORE.test(beforeName(one, given))
  if (mayBeHost && (DOMAIN.test(secretOf(one)) || secretOf(one).startsWith(':'))) {
    return { says: 'drop', verdict: { name: 'list' }, why: 'one of a list of domains' }
  }
  if (PASSED.test(plain) && FAILED.test(one.match.line)) {
    return { says: 'drop', verdict: { name: 'passed' }, why: 'beside what failed' }
  }
  if (KEEPER.test(plain) && one.match.rule.kind === 'pattern') {
    return { says: 'doubt', verdict: { name: 'program' }, why: 'its name is of a program that keeps passwords' }
  }
  if (DIGEST.test(secretOf(one)) && PATH_BEFORE.test(beforeName(one, given))) {
    return { says: 'drop', verdict: { name: 'file' }, why: 'a file and its digest' }
  }
  if (FILE.test(given)) return { says: 'drop', verdict: { name: 'file' }, why: 'its name is of a file' }
  if (
    ABOUT.test(plain) ||
    PROGRAM.test(plain) ||
    NAMED.test(plain) ||
    OF_BOTH.test(plain) ||
    (NAMES_A_SECRET.test(plain) && NAME_OF_A_SECRET.test(secretOf(one))) ||
    SHOWN_INSTEAD.test(plain) ||
    (OBJECT.test(plain) && IDENTIFIER.test(secretOf(one))) ||
    (WHICH_KEY.test(plain) && IDENTIFIER.test(secretOf(one))) ||
    (PART_OF_A_SECRET.test(given) && COMES_FROM.test(one.match.around)) ||
    ACTION.test(plain) ||
    (KEPT_UNDER.test(plain) && IDENTIFIER.test(secretOf(one))) ||
    (one.match.rule.kind === 'pattern' && tellsAbout(given))
  )
    return { says: 'drop', verdict: { name: 'about' }, why: 'its name is of something about a secret' }
  if (PUBLIC.test(plain) && !OF_ENCRYPTION.test(plain) && !isKeyOfStorage(plain, secretOf(one)))
    return { says: 'drop', verdict: { name: 'public' }, why: 'its name is of something public' }
  if (one.match.rule.id === 'generic-argument' && isNextOfList(given, secretOf(one))) {
    return { says: 'drop', verdict: { name: 'list' }, why: 'the next of a list of names' }
  }
  if (one.match.rule.id === 'generic-argument' && isInList(one.match)) {
    return { says: 'lower', verdict: { name: 'list' }, why: 'the next text of a list, not an argument' }
  }
  if (OF_CREDENTIALS.test(plain) && FILE_OF_CREDENTIALS.test(secretOf(one))) {
    return { says: 'drop', verdict: { name: 'file' }, why: 'the name of a file of credentials' }
  }
  if (OF_CAPTCHA.test(plain)) {
    return { says: 'doubt', verdict: { name: 'public' }, why: 'its name is of a key that a page shows' }
  }
  if (OF_ONE_THING.test(plain)) {
    return { says: 'doubt', verdict: { name: 'thing' }, why: 'its name is of what is paid with or asked for once' }
  }
  // In a `.env` there are no maps.
  if (one.match.rule.kind !== 'dotenv' && BARE.test(given) && !isMade(secretOf(one)) && !encrypts(one)) {
    return { says: 'drop', verdict: { name: 'key' }, why: 'a key of a map, as far as its name tells' }
  }
  return undefined
}
