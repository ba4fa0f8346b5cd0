import type { Case } from '../types.ts'
import { secretOf } from './secret-of.ts'
import { writtenBits } from './written-bits.ts'

/** What is made up for a test or a text is shorter than what a machine makes, or can be read. */
const SHORTEST_MADE = 12
const MADE = -0.8

export function isMadeUp(one: Case): boolean {
  const secret = secretOf(one)
  return secret.length < SHORTEST_MADE || writtenBits(secret) > MADE * secret.length
}
