/** Of a key and a value a line, that programs read; messages for people have the same form. */
const SETTINGS =
  /\.(?:ini|cfg|conf|cnf|cf|properties|prefs|nmconnection|users|dsn|udl|tfvars|tfstate|pcf|repo|network)$|(?:^|\/)\.[a-z][\w-]{1,20}rc$|(?:^|\/)\.irssi\/config$|(?:^|[/._-])parameters(?:[._-][\w-]{1,20})?\.json$|(?:^|[/._-])(?:secrets?|credentials?|passwords?|secure)(?:\.(?:ya?ml|json|toml|xml|txt))?$/i
const MESSAGES =
  /(?:messages?|strings?|labels?|texts?|bundle|resources?|translations?|_[a-z]{2}(?:_[A-Z]{2})?)\.properties$/i

/** A file in which nothing but the value stands behind the equals sign. */
export function isPlainSettings(path: string): boolean {
  return SETTINGS.test(path) && !MESSAGES.test(path)
}
