/** What belongs to a password and is no secret: whose it is, and where. */
export interface LoginNear {
  readonly user?: string
  readonly host?: string
}

/** `DB_USER = "app"`, `"host": "h1"`, `<User>web</User>`, `user 'me'`: name, what stands between, the quote, the value. */
const SETTING =
  /(?<![A-Za-z0-9])([A-Za-z0-9_.-]{0,40}?)(user(?:[_-]?(?:name|id))?|login|uid|usr|account|e-?mail|host(?:[_-]?name)?|server|address|machine|data[ _]source)(["'\]]{0,2}(?:[ \t]{0,8}(?:=>?|:|,)[ \t]{0,8}|[ \t]{1,8})(?:\(\s?)?|["']?>(?:<!\[CDATA\[)?|<\/key>\s{0,12}<string>|["'][ \t]{1,4}value=)(["']?)([A-Za-z0-9\\][\w.@+\\:-]{0,99})(["'<]|\]\]>|(?=[\s,;&)}]|$))/gi
/** A section of an INI file, a document of YAML: what stands beyond is about something else. */
const BOUNDARY = /\n[ \t]*(?:\[[^\]\r\n]{1,80}\]|---|-----)[ \t]*\r?\n/g

const NO_LITERAL =
  /^(?:null|none|nil|true|false|string|str|undefined|user|username|login|host|hostname|required|password|getenv|process\.env.*|os\..*|env\..*|config\..*|self\..*|this\..*|options\..*)$/i

const isUser = (word: string): boolean => /^(?:user|login|uid|usr|account|e-?mail)/i.test(word)

interface Setting {
  readonly kind: 'user' | 'host'
  readonly value: string
  readonly distance: number
}

function* settingsIn(
  text: string,
  isQuoted: boolean,
  distanceOf: (from: number, to: number) => number,
): Generator<Setting> {
  for (const found of text.matchAll(SETTING)) {
    const [whole, , word, between, quote, value, end] = found as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    // A bare word beside a quoted password is a variable; beside white space alone it is any text, but where the line begins with it.
    if (isQuoted && quote === '' && !between.includes('>')) continue
    if (quote !== '' && end !== quote) continue
    if (/^[ \t]+$/.test(between) && !/(?:^|[\n;])[ \t]*$/.test(text.slice(0, found.index)) && quote === '') continue
    if (NO_LITERAL.test(value)) continue
    yield { kind: isUser(word) ? 'user' : 'host', value, distance: distanceOf(found.index, found.index + whole.length) }
  }
}

function nearest(all: readonly Setting[], kind: Setting['kind']): string | undefined {
  const [first] = all.filter(one => one.kind === kind).sort((a, b) => a.distance - b.distance)
  return first?.value
}

/**
 * User and host of the settings nearest to a password. `before` ends where the password begins, `after` begins where it ends; both are bounded, so
 * that what is told depends on nothing far away.
 */
export function loginNear(before: string, after: string, isQuoted: boolean): LoginNear {
  let from = 0
  for (const found of before.matchAll(BOUNDARY)) from = found.index + found[0].length
  BOUNDARY.lastIndex = 0
  const until = BOUNDARY.exec(after)?.index ?? after.length
  BOUNDARY.lastIndex = 0
  const above = before.slice(from)
  const all = [
    ...settingsIn(above, isQuoted, (_, to) => above.length - to),
    ...settingsIn(after.slice(0, until), isQuoted, start => start),
  ]
  const user = nearest(all, 'user')
  const host = nearest(all, 'host')
  return { ...(user !== undefined && { user }), ...(host !== undefined && { host }) }
}
