import type { Case, Judge, Opinion } from '../types.ts'
import { aroundBefore } from './around-before.ts'
import { isCode } from './is-code.ts'
import { isCommentedOut } from './is-commented-out.ts'
import { isGeneric } from './is-generic.ts'
import { isMadeByAnybody } from './is-made-by-anybody.ts'
import { isMadeUp } from './is-made-up.ts'
import { isVendored } from './kind-of-path.ts'
import { secretOf } from './secret-of.ts'

/** Right before it: a value that says of itself that it is none. */
const SHOWN =
  /\b(?:example|sample|dummy|fake|demo|mock)[ _-](?:[\w-]{1,20}[ _-])?(?:password|passwd|token|secret|key|credentials?)["'` ]{0,3}[:=]|\bfake(?:Pass(?:word|wd)?|Pwd|Token|Secret|Key)s?\s{0,4}[:=]/i

const MADE_FOR_TESTS =
  /test[ _-]?(?:vector|key|token|secret|password|data|case)|\bexpect(?:ed|s)?\b|\bassert\w*|\bdummy|\bfake|\bmock(?:ed)?\b|\bsample|\bexample\b(?!\.(?:com|org|net))|\bfixture|\bplaceholder|\bdescribe\(|\bit\(['"`]|\be\.g\.|\bfor instance\b|\bnot a real\b|\bdemo\b|\blorem\b/i

/** Behind a text in quotes, less the text: `"secret": "", "tokenOld": ""`. */
const NAMES_ANOTHER = /^ ["'`]\s{0,4}(?::|=>)\s{0,4}["'`{[\d]/

/** In a description of an API: what stands below it is an answer that nobody was given. */
const EXAMPLE_BELOW = /(?:^|[\n{,])[ \t]*["']?examples?["']?[ \t]*:[ \t]*(?:[{[|>][ \t]*)?\r?\n/

/** `example: SWMTKN-1-…`, on its own line: whatever it is, it was made to be shown. */
const EXAMPLE_BESIDE = /^\s*(?:- )?["']?(?:x-)?examples?["']?\s?:\s?(?:["']|<[\w-]{1,40}>)?$/i
/** `"example": "https://…?secret=…"`, `<example cookie="…">…`: in it. */
const IN_EXAMPLE = /^\s*["'](?:x-)?examples?["']\s?:\s?["'][^"']{0,300}$|<examples?(?:\s[^<>]{0,80})?>[^<>]{0,300}$/i

/** What a language's documentation is written in: `/** ` and ` * ` of Javadoc, `///`, `//!`, the indented example of RDoc. What is commented out stands otherwise. */
const DOCUMENTATION = /^\s*(?:(?:\/\*)?\*(?=\s)|\/\/[/!]|#\s{2,}(?=\S)|>>>\s)/

/** Two signs and more, as above the settings of a Helm chart; one alone comments a setting out. */
const SETTING_EXPLAINED = /^\s*##+\s/

/** An example of code in the documentation of a function, as Sphinx has it: https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-code-block */
const CODE_BLOCK =
  /(?:^|\n)[ \t]*\.\. (?:code-block|code|sourcecode)::[^\n]{0,40}\n(?:[ \t]*\n)?[ \t]+[^\n]*(?:\n(?:[ \t]+[^\n]*)?){0,20}$/
const PYTHON = /\.pyi?$/

/** A key that may only search, made for the page that it stands in: https://docsearch.algolia.com/docs/api */
const SEARCH_OF_A_PAGE = /\bdocsearch\(|api_?key["']?\s{0,4}:\s{0,4}["'][^"']{0,80}["'],?\s{0,40}["']?index_?name/i

/** Algolia's keys look alike; beside an index and in a page it is the one that may only search: https://www.algolia.com/doc/guides/security/api-keys */
const APP_OF_ALGOLIA = /\bapp(?:lication)?_?id["']?\s{0,4}[:=]\s{0,4}["'][A-Z0-9]{10}["']/i
const INDEX_OF_ALGOLIA = /\bindex_?name["']?\s{0,4}[:=]/i
const KEY_OF_ALGOLIA = /^[0-9a-f]{32}$/
const OF_A_PAGE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?)$/i

function isSearchKey({ match, path = '' }: Case, value: string): boolean {
  return (
    KEY_OF_ALGOLIA.test(value) &&
    OF_A_PAGE.test(path) &&
    APP_OF_ALGOLIA.test(match.around) &&
    INDEX_OF_ALGOLIA.test(match.around) &&
    !/admin|write/i.test(match.parts.name ?? '')
  )
}

/** `1443779631:@user`: the login is good until then, https://datatracker.ietf.org/doc/html/draft-uberti-behave-turn-rest-00 */
const LOGIN_OF_TURN = /user_?name["']?\s{0,4}[:=]>?\s{0,4}["']1\d{9}:/i
const SUM_OF_TURN = /^[A-Za-z0-9+/]{25,27}=$/

/** `username=yourUsername` beside it: whoever wrote that showed how it is called. */
const NEIGHBOUR_IS_PLACEHOLDER =
  /(?:user_?(?:name)?|login|email|passw(?:or)?d|pass|host(?:name)?|domain|url)["']?\s{0,4}(?:[:=]|=>)\s{0,4}["'<{[]{0,2}your(?:[-_ ]?(?:user|pass|login|e?mail|host|domain|account|name|url)|[-_])/i

/** `# Secret of the store, as an example (not for production).`, above what is commented out. */
const CALLED_EXAMPLE =
  /^[ \t]*(?:#|\/\/|;|--)[^\n]*(?:\bexample\b(?!\.)|\bsample\b|\b(?:do not|don't|never) use\b)[^\n]*\n[^\n]*$/im

/** What a page sends back to show that its form was made by it. */
const HIDDEN_FIELD = /<input\b[^>]{0,200}\btype=["']?hidden\b[^>]{0,200}\bvalue=["']?$/i

/** What was left out of a text beside it: `cluster-xxxxxxxxxxxx`. */
const CROSSED_OUT = /[\w-]x{8,}(?![a-z])/
const TEXT = /\.(?:mdx?|markdown|rst|adoc|txt)$/i

/** `--- PASS: TestRead (0.01s)`, `PASS: tests/read`: what runners of tests print, and people put into messages of commits. */
const RESULT_OF_TEST = /(?:-{3}|={3}|\*{3})\s+PASS:|^PASS:\s+(?=[\w./-]*(?:\/|[Tt]est))/

/** `owd='Panel',pwd='Panel$1',qwd=…`: names that a compiler gave, one after the other. */
const PWD = /^pwd$/i
const NEIGHBOURS =
  /(?:^|[,;\s])(?!pwd)[a-z_$]wd=["'][^"']{0,200}["'],(?:var )?pwd=["']|pwd=["'][^"']{0,300}["'],(?!pwd)[a-z_$]wd=["']/i

/** Mailgun signs a time and a token that is used once: https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks */
const SIGNED_TIME = /\btimestamp\b["']?\s{0,8}(?:[:=]|=>)\s{0,8}(?:["']|\d{9,13}\b)/i
const SIGNATURE = /\bsignature\b["']?\s{0,8}(?:[:=]|=>)\s{0,8}(?:(?:\[\s?)?["'][0-9a-f]{32,}|[^\n]{0,40}\bhmac\b)/i

function isSignedNonce({ parts, around }: Case['match']): boolean {
  return /^token$/i.test(parts.name ?? '') && SIGNED_TIME.test(around) && SIGNATURE.test(around)
}

/** `s%# LDAP=no%LDAP=yes%`, as sed has it: the sign behind the `s` parts old from new. */
const REPLACES = /(?:^|["'\s;])s([%|#@!,~/])[^\n]{0,200}$/

function isReplaced(secret: string, before: string): boolean {
  const sign = REPLACES.exec(before)?.[1]
  return sign !== undefined && secret.indexOf(sign) < secret.lastIndexOf(sign)
}

/** Whoever has the address may load what it names: https://firebase.google.com/docs/storage/web/download-files */
const DOWNLOAD = /\balt=media&(?:amp;|\\u0026)?token=$|\braw\.githubusercontent\.com\/[\w./%-]{1,300}\?token=$/

/** `zoom.us/j/…?pwd=`, and into a group of QQ: an invitation, which whoever was sent it may follow. */
const MEETING =
  /\bzoom\.us\/[a-z]{1,2}\/\d{5,15}\?(?:[\w.=&-]{0,80}&)?pwd=$|\bqq\.com\/[\w/-]{1,40}\?(?:[\w.=&%;-]{0,200}[&;])?authKey=$/

/** `DEBUG=pw:test,pw:webserver*`: what is to be logged, https://github.com/debug-js/debug#usage */
const LOGGED = /\bDEBUG=["']?[\w:*,-]{0,200}$/

/** `Invalid API key: …`: the message of a refusal says what was refused. */
const REFUSED = /\b(?:invalid|incorrect|wrong|unknown|expired|revoked|malformed|unrecognized) $/i

/** What a field of a form shows until something is typed. */
const SHOWN_IN_FIELD = /\b(?:placeholder|examples?)(?:["']?\s{0,4}[:=]\s{0,4}|\()["'`{]{1,2}[^"'`]{0,200}$/i

/** `PRIVATE_KEY_PLACEHOLDER = \`` */
const NAMED_PLACEHOLDER = /placeholder\w*["']?\s{0,4}[:=]\s{0,4}["'`{(\s]{0,6}$/i

/** Sentences and tables for people. */
const PROSE = 'generic-prose'

/** What others left in their own comments. */
const COMMENT = /^\s*(?:\/\/|#|\/?\*)/

function before({ line, start, lineStart }: Case['match']): string {
  return line.slice(0, start - lineStart)
}

/** Words on the line that say what the value is for. A comment sign says nothing: what is commented out is still leaked. */
export const surroundings: Judge = one => {
  const { match, path } = one
  if (!isGeneric(one)) {
    const { provider } = match.rule
    if (
      (provider === 'url' && SHOWN_IN_FIELD.test(before(match))) ||
      (provider === 'private-key' && NAMED_PLACEHOLDER.test(aroundBefore(match)))
    ) {
      return { says: 'doubt', verdict: { surroundings: 'field' }, why: 'what a field shows until something is typed' }
    }
    const isAnybodys = isMadeByAnybody(provider) || (provider === 'url' && isMadeUp(secretOf(one)))
    if (isAnybodys) return ofDocumentation(match.line, path)
    if (EXAMPLE_BESIDE.test(match.line.slice(0, match.start - match.lineStart))) {
      return { says: 'lower', verdict: { surroundings: 'example' }, why: 'the example of a description' }
    }
    // What is told by its name and surroundings alone may be a sample.
    return match.rule.confidence !== 'high' && SETTING_EXPLAINED.test(match.line) ? explained() : undefined
  }
  const from = match.start - match.lineStart
  const line = `${match.line.slice(0, from)} ${match.line.slice(from + match.end - match.start)}`
  if (SEARCH_OF_A_PAGE.test(match.around)) {
    return { says: 'drop', verdict: { surroundings: 'search' }, why: 'a key of the search of a page' }
  }
  if (PWD.test(match.parts.name ?? '') && NEIGHBOURS.test(match.line)) {
    return { says: 'drop', verdict: { surroundings: 'compiled' }, why: 'a name that a compiler gave' }
  }
  if (/token$/i.test(match.parts.name ?? '') && HIDDEN_FIELD.test(before(match))) {
    return { says: 'doubt', verdict: { surroundings: 'field' }, why: 'what a form sends back' }
  }
  if (isSearchKey(one, secretOf(one))) {
    return { says: 'doubt', verdict: { surroundings: 'search' }, why: 'a key of the search of a page' }
  }
  if (SUM_OF_TURN.test(secretOf(one)) && LOGIN_OF_TURN.test(match.around)) {
    return { says: 'doubt', verdict: { surroundings: 'turn' }, why: 'a login of TURN, good for a while' }
  }
  if (isSignedNonce(match)) {
    return { says: 'drop', verdict: { surroundings: 'nonce' }, why: 'used once, and signed beside it' }
  }
  if (isReplaced(secretOf(one), line.slice(0, from))) {
    return { says: 'drop', verdict: { surroundings: 'sed' }, why: 'what sed puts in the place of something' }
  }
  if (DOWNLOAD.test(match.line.slice(0, from))) {
    return { says: 'drop', verdict: { surroundings: 'download' }, why: 'a part of the address of a download' }
  }
  if (LOGGED.test(before(match))) {
    return { says: 'drop', verdict: { surroundings: 'logged' }, why: 'what is to be logged' }
  }
  if (match.rule.provider === PROSE && REFUSED.test(match.line.slice(0, match.matchStart - match.lineStart))) {
    return { says: 'doubt', verdict: { surroundings: 'refused' }, why: 'the message of a refusal' }
  }
  if (MEETING.test(match.line.slice(0, from))) {
    return { says: 'doubt', verdict: { surroundings: 'meeting' }, why: 'a part of an invitation' }
  }
  if (RESULT_OF_TEST.test(match.line)) {
    return { says: 'drop', verdict: { surroundings: 'result' }, why: 'the result of a test' }
  }
  if (NAMES_ANOTHER.test(line.slice(from)) && !/[?]/.test(line.slice(0, from))) {
    return { says: 'drop', verdict: { surroundings: 'name' }, why: 'the name of another value' }
  }
  if (EXAMPLE_BELOW.test(aroundBefore(match)) || IN_EXAMPLE.test(line.slice(0, from))) {
    return { says: 'doubt', verdict: { surroundings: 'example' }, why: 'below the word example, in data' }
  }
  if (PYTHON.test(path ?? '') && CODE_BLOCK.test(aroundBefore(match))) {
    return {
      says: 'doubt',
      verdict: { surroundings: 'documentation' },
      why: 'an example in the documentation of a function',
    }
  }
  if (isCommentedOut(match) && CALLED_EXAMPLE.test(aroundBefore(match))) {
    return { says: 'doubt', verdict: { surroundings: 'example' }, why: 'the comment above calls it an example' }
  }
  if (SHOWN.test(line))
    return { says: 'doubt', verdict: { surroundings: 'example' }, why: 'its line calls it an example' }
  const isShown = TEXT.test(path ?? '') && CROSSED_OUT.test(aroundBefore(match))
  if (isShown || NEIGHBOUR_IS_PLACEHOLDER.test(match.around)) {
    return { says: 'lower', verdict: { surroundings: 'example' }, why: 'what stands beside it asks for a value' }
  }
  if (MADE_FOR_TESTS.test(line)) {
    return { says: 'lower', verdict: { surroundings: 'test' }, why: 'words of tests or examples on its line' }
  }
  return ofDocumentation(match.line, path)
}

/** In a message, which has no path, it stands as in the code that the message is about. */
function ofDocumentation(line: string, path: string | undefined): Opinion | undefined {
  const documents =
    SETTING_EXPLAINED.test(line) ||
    ((path === undefined || isCode(path)) && DOCUMENTATION.test(line)) ||
    (path !== undefined && isVendored(path) && COMMENT.test(line))
  return documents ? explained() : undefined
}

function explained(): Opinion {
  return { says: 'lower', verdict: { surroundings: 'documentation' }, why: 'in a comment that documents code' }
}
