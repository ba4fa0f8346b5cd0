import type { Judge } from '../types.ts'
import { aroundBefore } from './around-before.ts'
import { isCode } from './is-code.ts'
import { isGeneric } from './is-generic.ts'
import { kindOfPath } from './kind-of-path.ts'

/** What was sent and answered, kept to be played again: https://github.com/vcr/vcr */
const CASSETTE = /(?:^|\/)(?:\w{1,20}[_-])?cassettes?\/(?:[^/]+\/)*[^/]+\.(?:ya?ml|json)$/i
/** What was sent: an address, or a header that lets in. */
const SENT =
  /^\s*(?:- )?["']?(?:uri|url)["']?:|\b(?:authorization|x-[\w-]{0,30}(?:key|token|secret))\b|["']?(?:bearer|basic) $/i

/** What was sent with it lets in again. */
const LETS_IN = /refresh|client_?secret|passw|private|api_?key/i
/** A header of a cassette is a list: its name stands on the line above. */
const NEAR = 40

/** `Set-Cookie: JSESSIONID=…` */
const SET = /\bset-cookie\b/i

/** What a service calls a card, a payment or a job by; those that let in say so (`access_token`). */
const TOKEN =
  /^(?!.*(?:access|auth|refresh|bearer|api|id|session|login|user|bot|personal|secret))[\w-]*token(?:data|_?number)?$/i
/** Beside it in an answer: `"status": "…"`, `<created_at>`, `response_code`. */
const ANSWERED =
  /(?:^|[{,<\s"'\\])(?:status|succeeded|created_?at|updated_?at|response_?(?:code|message|date)?|resp_?code|decision|reason_?code|err_?code|is_?duplicate|masked_?(?:card)?_?number|last_?(?:4|four)(?:_?digits)?|expir(?:y|ation)_?month|card_?type|scheme|display_number)(?:\\?["']|>|\b)\s{0,4}(?:[:=>]|type=|$)/im

/** Many fields with many values: what a service answers about an order, of which the token is one. */
const FIELD = /["']\w{1,60}\\?["'] ?(?:=>|:) ?(?:\\?["'[{]|\d|true|false|nil|null)/g
const MANY_FIELDS = 7

function isOneOfMany(around: string): boolean {
  return (around.match(FIELD) ?? []).length >= MANY_FIELDS
}

/** Data that a test reads, most of it recorded. */
const DATA = /\.json$/i

/** Folders of what a test answers with in place of a service. */
const FIXTURE =
  /(?:^|\/)_{0,2}(?:fixtures?|mocks?|mock[_-]?data|responses?|recordings?|snapshots?)_{0,2}\/(?:[^/]+\/)*[^/]+\.(?:json|xml|html?)$/i

/** Pages that a program shows, and those that tell how to use it. */
const PAGE = /\.(?:x?html?|twig|erb|haml|slim|ejs|hbs|mustache|cshtml|phtml|blade\.php|mdx?|rst|adoc)$/i

/** Cookies go out of date before what reads them in a test. */
const COOKIE = /^generic-cookie/

/** The answer of a login: what is in it is good for an hour, https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
const LOGIN = /^(?:access|refresh|id|auth)?_?token$/i
const ANSWER_OF_LOGIN = /["'](?:expires_in|token_type|refresh_expires_in|access_scope)\\?["']\s{0,4}(?::|=>)/

/** `('/users/7?token=…', True)`: an address without a host, or of nobody, is what the test expects or asks for. */
const ADDRESS_OF_TEST =
  /(?:^|["'`( ])(?:https?:\/\/(?:localhost|127\.0\.0\.1|testserver|(?:[\w-]+\.)*(?:example\.(?:com|org|net)|example|test))(?::\d{1,5})?)?\/[\w./%-]{0,120}\?(?:[\w.%&=-]{0,120}&)?[\w-]{0,30}token=$/i

/** https://www.rfc-editor.org/rfc/rfc2606: nobody is there. */
const ADDRESS_OF_NOBODY =
  /\bhttps?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?::\d{1,5})?\/[\w./%-]{0,120}\?(?:[\w.%&=-]{0,120}&)?[\w-]{0,30}(?:token|key|secret)=$/i
/** A refresh token is good for longer. */
const FOR_AN_HOUR = /^(?:access|id)_?token$/i

function isOfTest(path: string): boolean {
  return kindOfPath(path, 'lower')?.isTest === true
}

/** What a test recorded of an answer: it named something there once, or opened it for an hour. */
export const recorded: Judge = one => {
  const { match, path } = one
  if (path === undefined || !isGeneric(one)) return undefined
  const before = match.line.slice(0, match.start - match.lineStart)
  if (CASSETTE.test(path)) {
    const isSent = SENT.test(before) || SENT.test(aroundBefore(match).slice(-NEAR))
    return isSent || LETS_IN.test(match.parts.name ?? '') ? undefined : opened()
  }
  const { name = '' } = match.parts
  const isLogin = LOGIN.test(name) && ANSWER_OF_LOGIN.test(match.around)
  if (isLogin && (PAGE.test(path) || (isCode(path) && FOR_AN_HOUR.test(name)))) return opened()
  if (ADDRESS_OF_NOBODY.test(before)) return opened()
  if (!isOfTest(path)) return undefined
  if (ADDRESS_OF_TEST.test(before)) return opened()
  if (FIXTURE.test(path) && !/private/i.test(name)) return opened()
  if (SET.test(before) || COOKIE.test(match.rule.id)) return opened()
  const isAnswer =
    isLogin ||
    (TOKEN.test(name) && (DATA.test(path) || ANSWERED.test(match.around))) ||
    ((TOKEN.test(name) || LOGIN.test(name)) && isOneOfMany(match.around))
  return isAnswer ? opened() : undefined
}

function opened() {
  return { says: 'doubt', verdict: { surroundings: 'recorded' }, why: 'what a test recorded of an answer' } as const
}
