import type { Case } from '../types.ts'
import { isToolFile } from './is-tool-file.ts'
import { nameKind } from './name-kind.ts'

/** What only says what it is (`admin1`) is left to the rules of assignments there. */
const DOTENV = /(?:^|\/)\.env(?:rc)?$|\.env$|(?:^|\/)\.env\./

/** Where a tool keeps its logins, and in a `.env`, nothing else stands under the name of a password, or behind a user. */
function holdsPassword({ match: { rule, parts }, path }: Case): boolean {
  const isPassword = parts.name === undefined ? parts.user !== undefined : nameKind(parts.name) === 'password'
  return isPassword && (rule.kind === 'dotenv' || (path !== undefined && (isToolFile(path) || DOTENV.test(path))))
}

/** `hunter2`, `iloveyou1` where a password is set: weak, and yet what somebody set. What says of itself that it is for tests is none. */
export function isSetWeak(one: Case, value: string): boolean {
  return (
    holdsPassword(one) &&
    /[A-Za-z]{4}.*[0-9]/.test(value) &&
    !/test|dev|local|demo|example|sample|dummy|fake|change|default|your|my|pass1$/i.test(value)
  )
}
