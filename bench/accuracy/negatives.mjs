// Files that look as if they held a secret, and hold none.
import { CONTEXTS } from './contexts.mjs'
import { HARMLESS } from './harmless.mjs'
import { pathFor } from './path-for.mjs'
import { wrongSums } from './wrong-sums.mjs'

const FIRST_SEED = 5000
/** Of each kind of harmless file. */
const OF_A_KIND = 20
const PLACEHOLDERS = [
  tail => 'x'.repeat(tail.length),
  tail => 'X'.repeat(tail.length),
  tail => '0'.repeat(tail.length),
  tail => '*'.repeat(tail.length),
  tail => 'your_key_here_your_key_here_your_key_here'.slice(0, tail.length),
  tail => '1234567890'.repeat(Math.ceil(tail.length / 10)).slice(0, tail.length),
  tail => 'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(Math.ceil(tail.length / 36)).slice(0, tail.length),
]

/** `[{ rule?, path, content, kind }]` of a rule: its counter-examples, and its key with nothing in it. */
export function negativesOf({ rule, examples, counterExamples }, tools) {
  const { expandSample } = tools
  if (rule.pattern === '') return []
  const path = index => (rule.paths.length > 0 ? pathFor(rule.paths, index) : undefined)
  const counters = counterExamples.map((template, index) => {
    const at = rule.paths.length > 0 ? 0 : index % CONTEXTS.around.length
    const [name, content] = CONTEXTS.around[at](expandSample(template, FIRST_SEED + index))
    return { rule, path: path(index) ?? name, content, kind: 'counter-example' }
  })
  const prefix = rule.anchors.find(anchor => anchor.length > 3 && examples[0]?.includes(`${anchor}{`))
  const key = prefix && /^[^{]*\{[^{}]*\}/.exec(examples[0].slice(examples[0].indexOf(`${prefix}{`)))?.[0]
  const sums = wrongSums({ rule, examples }, tools).map(content => ({
    rule,
    path: path(0) ?? 'app.ts',
    content,
    kind: 'wrong checksum',
  }))
  if (!key) return [...counters, ...sums]
  const tail = expandSample(key, FIRST_SEED).slice(prefix.length)
  const empty = PLACEHOLDERS.map((fill, index) => {
    const [name, content] = CONTEXTS.alone[(index * 3) % CONTEXTS.alone.length](prefix + fill(tail))
    return { rule, path: path(index) ?? name, content, kind: 'placeholder' }
  })
  return [...counters, ...empty, ...sums]
}

/** Of no rule. */
export function harmlessFiles({ expandSample }) {
  return Object.entries(HARMLESS).flatMap(([kind, write]) =>
    Array.from({ length: OF_A_KIND }, (_, index) => {
      let seed = FIRST_SEED + 1000 * index
      const [path, content] = write(template => expandSample(template, seed++), index)
      return { path, content, kind }
    }),
  )
}
