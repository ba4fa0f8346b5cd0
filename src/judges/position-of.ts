import type { Case } from '../types.ts'
import { isBesideLogin } from './is-beside-login.ts'
import { isCode } from './is-code.ts'
import { isOfService } from './is-of-service.ts'
import { isPlainSettings } from './is-plain-settings.ts'
import { isShellName } from './is-shell-name.ts'
import { isToolFile } from './is-tool-file.ts'

/** Calls that take nothing but a login. */
const CONNECTS =
  /^(?:getConnection|PDO|mysqli|mysqli_connect|mysql_p?connect|pymysql\.connect|MySQLdb\.connect|ftp_login|NetworkCredential|WiFi\.begin|DBI->connect|insert into|createCredential\(?|AuthTokens\.basic\(?|PlainTextAuthProvider\(?)$/i

const TERRAFORM = /\.(?:tf|hcl)$/

/**
 * Where a password stands tells how much may be asked of it: `certain`, a rule for a tool's own format, where nothing else can stand; `tool`, a file
 * that a tool keeps its logins in; `likely`, beside its user in a file of settings, or named after the service that it opens; `name`, where its name is
 * all there is.
 */
export type Position = 'certain' | 'tool' | 'likely' | 'name'

/** `{name: wp, user: wp, pass: OtterHazelCanyon}`. */
function isOnLineWithUser({ line, start, lineStart }: Case['match']): boolean {
  return /[{,[]\s?["']?(?:user(?:_?name)?|login)["']?: ?["']?[\w.@-]+["']?, ?["']?[\w-]{2,40}["']?: ?["']?$/i.test(
    line.slice(0, start - lineStart),
  )
}

export function positionOf({ match, path }: Case): Position {
  if (match.rule.confidence === 'high') return 'certain'
  if (path !== undefined && isToolFile(path)) return 'tool'
  const { name = '', user, command = '' } = match.parts
  if (isBesideLogin(match.around)) return 'likely'
  if (path === undefined) return 'name'
  // What Terraform is given in quotes is the value itself.
  if (TERRAFORM.test(path)) return 'likely'
  if (isCode(path)) return isOfService(name) || CONNECTS.test(command) ? 'likely' : 'name'
  const isSure =
    user !== undefined || isOnLineWithUser(match) || isShellName(name) || isOfService(name) || isPlainSettings(path)
  return isSure ? 'likely' : 'name'
}
