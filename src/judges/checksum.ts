import type { Judge } from '../types.ts'
import { CHECKS } from './checksum/checks.ts'
import { secretOf } from './secret-of.ts'

/** The offline check that the rule names. That the name exists is checked where rules are compiled. */
export const checksum: Judge = one => {
  const name = one.match.rule.checksum
  return name === undefined ? undefined : CHECKS.get(name)?.(secretOf(one), one)
}
