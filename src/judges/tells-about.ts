/** The word that makes a name one of a secret; those of the patterns of `rules/generic*.toml`. */
const KEY_WORD =
  /(?<!com|by|sur|tres|over|under)pass(?:word|wd|phrase|code|wort|(?![a-z]))|pwd|secret|token|credential|(?:api|access|auth|private|encryption|signing|master|shared|account|app|jwt|hmac|security)[_-]?key/gi
/** `token_url`, `secretName`, `password_field2`: in what follows it, with no letter behind. */
const ABOUT =
  /^[\w-]{0,24}?(?:names?|ids?|types?|ur[il]s?|urn|paths?|files?|filename|dir|fields?|labels?|placeholder|len|length|size|min|max|policy|regexp?|pattern|rules?|errors?|err|messages?|msg|hint|help|prefix|suffix|headers?|count|limit|expir(?:y|es|ed|ation)|ttl|class|selector|input|reset|ref|refs|arn|version|alg|algorithm|hash|format|index|pos|position|start|end|text|title|description|desc|kind|style|color|nodes?|list|map|store|provider|manager|mgr|mgr[a-z]{4,20}|realm|service|address|symbol|endpoint|method|mode|status|state|scopes?|audience|issuer|role|group|owner|email|user|username|host|port|enabled|required|visible|sha(?:-?\d{1,3})?|md5|digest|fingerprint|checksum|strength|complexity(?:_?code|_?rules?)?|elements?|changed|locale|lang|env|var|variable|param|parameter|bean|encoder|decoder|converter|serializer|interceptor|adapter|listener|resolver|parser|builder|filter|attrs?|attributes?)(?![A-Za-z])/i

/** Ends in a word of the list by chance: `passwordAdmin` is the administrator's, `passwordInClearText` itself. */
const WHOSE = /admin|android|(?:in_?)?(?:clear|plain)_?text$/gi

/** Does the name say, behind its last word for a secret, that it holds something about one? */
export function tellsAbout(name: string): boolean {
  let end: number | undefined
  for (const found of name.matchAll(KEY_WORD)) end = found.index + found[0].length
  return end !== undefined && ABOUT.test(name.slice(end).replace(WHOSE, ''))
}
