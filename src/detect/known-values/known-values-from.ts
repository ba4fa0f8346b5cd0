import { createSecret } from '../../findings/secret.ts'
import type { Secret } from '../../types.ts'
import { encodedForms, type KnownValueForm } from './encoded-forms.ts'
import type { KnownValue } from './known-value.ts'

/** Bytes to look for. They are secret. */
export interface KnownValueNeedle {
  readonly origin: Pick<KnownValue, 'file' | 'key' | 'ignored'>
  readonly form: KnownValueForm
  readonly bytes: Buffer
  /** The value itself, whatever the form. */
  readonly secret: Secret
  /** It looks like a word: only as a whole one it is the value. */
  readonly wholeWord: boolean
}

/** All that is secret stands behind functions, so that no log, error or inspection of this object shows it. */
export interface KnownValues {
  /** How many values, not forms. */
  readonly count: number
  /** How many there were besides, which are not looked for. */
  readonly leftOut: number
  needles(): readonly KnownValueNeedle[]
  /** Plain data, to be given to another thread. */
  values(): readonly KnownValue[]
}

/**
 * Values that are looked for at most: of a person's own files and of all that a history has. A real `.env` has some ten, and each takes up to twenty
 * literals, of which the kernel takes some 65,000.
 */
export const MAX_KNOWN_VALUES = 1_000

/** `walnut84` is a part of `walnut840`, and of much else. */
const WORD_AND_NUMBER = /^[A-Za-z]+[0-9]{0,4}$/

/** What to look for, each value once, in all its forms; of the same value in several files the first one is named. */
export function knownValuesFrom(all: readonly KnownValue[]): KnownValues {
  const unique = [...new Map(all.toReversed().map(one => [one.value, one])).values()].toReversed()
  const taken = unique.slice(0, MAX_KNOWN_VALUES)
  const needles = taken.flatMap(({ value, ...origin }) => {
    const plain = Buffer.from(value, 'latin1')
    const secret = createSecret(plain.toString('utf8'))
    return encodedForms(plain).map(({ form, bytes }) => {
      const wholeWord = form === 'plain' && WORD_AND_NUMBER.test(value)
      return { origin, form, bytes, secret, wholeWord }
    })
  })
  return { count: taken.length, leftOut: unique.length - taken.length, needles: () => needles, values: () => taken }
}
