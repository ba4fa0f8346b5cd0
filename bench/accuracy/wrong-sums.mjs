import { secretIn } from './secret-in.mjs'

const SEED = 5000

/** A key with its last characters in another order: the same shape, and a sum that says no. None of a format that has no sum. */
export function wrongSums({ rule, examples }, { expandSample, whyNotFound, sumIsRight }) {
  if (!rule.checksum) return []
  const texts = examples.map(example => expandSample(example, SEED))
  const text = texts.find(one => whyNotFound(rule, one) === undefined && sumIsRight(rule, secretIn(rule, one)))
  if (text === undefined) return []
  const secret = secretIn(rule, text)
  const end = secret.slice(-5)
  const other = [...end].reverse().join('')
  return other === end ? [] : [`// ${text.replace(secret, secret.slice(0, -5) + other)}\n`]
}
