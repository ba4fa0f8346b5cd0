// Twenty files for each rule that hold its key, no two alike.
import { argv } from 'node:process'
import { CONTEXTS } from './contexts.mjs'
import { pathFor } from './path-for.mjs'
import { secretIn } from './secret-in.mjs'

const PER_RULE = 20
/** Of the contexts `encoded`. */
const HEX = 4
/** A run with another one makes other texts of the same examples: `--seed=7000`. */
const FIRST_SEED = Number(/^--seed=(\d+)$/m.exec(argv.join('\n'))?.[1] ?? 1000)
const NEXT_SEED = 100_000
/** `NAME=key`, in any of the ways examples are written. Two underscores are a part of a host's name for Bundler, which no other spelling keeps. */
const ASSIGNED = /^(?:export )?(?<name>(?=[A-Z0-9]+_)(?!\w*__)[A-Z][A-Z0-9_]{2,60})=["']?(?<key>[^\s"']+)["']?$/
/** A key with these would be written otherwise in half of the languages. */
const AWKWARD = /[\s"'`\\$%#&<>;|()]/

/** `[{ rule, path, content, secret, context }]`; the secret is as it stands in the file before it is encoded. */
export function positivesOf({ rule, examples }, { expandSample, whyNotFound, isSeenInHex, cellsBelow }) {
  if (rule.pattern === '' || examples.length === 0) return []
  return Array.from({ length: PER_RULE }, (_, index) => {
    const text = sampleOf(examples[index % examples.length], FIRST_SEED + index)
    const secret = secretIn(rule, text, cellsBelow)
    const [context, [name, content]] = placed(index, text, secret)
    return { rule, path: rule.paths.length > 0 ? pathFor(rule.paths, index) : name, content, secret, context }
  })

  /** One in a thousand random texts has no digit, say, and is none that the vendor would make. */
  function sampleOf(template, seed) {
    const text = expandSample(template, seed)
    return whyNotFound(rule, text) === undefined ? text : sampleOf(template, seed + NEXT_SEED)
  }

  function placed(index, text, secret) {
    const round = Math.floor(index / examples.length) + index
    const assigned = ASSIGNED.exec(text)?.groups
    if (rule.paths.length === 0 && !AWKWARD.test(secret)) {
      if (whyNotFound(rule, secret) === undefined) {
        const kind = isSeenThrough(rule, secret) && index % 4 === 3 ? 'encoded' : 'alone'
        const contexts = CONTEXTS[kind]
        const at = (kind === 'encoded' ? Math.floor(index / 4) : index) % contexts.length
        if (kind === 'alone' || at !== HEX || isSeenInHex(secret)) return [`${kind} ${at}`, contexts[at](secret)]
        return [`alone ${index}`, CONTEXTS.alone[index](secret)]
      }
      if (assigned?.key === secret) {
        return [`named ${index}`, CONTEXTS.named[index % CONTEXTS.named.length](assigned.name, secret)]
      }
    }
    const contexts = CONTEXTS[isLoweredInTexts(rule) ? 'settings' : 'around']
    const at = rule.paths.length > 0 ? 0 : round % contexts.length
    return [`around ${at}`, contexts[at](text)]
  }
}

/** As in src/judges/path-kind.ts: in a text for people an address, and what anybody makes without a vendor, is of low confidence, as it should be. */
const MADE_BY_ANYBODY = new Set(['url', 'private-key', 'password-hash', 'rails', 'django', 'laravel', 'symfony'])

function isLoweredInTexts({ generic, provider }) {
  return generic || MADE_BY_ANYBODY.has(provider)
}

/** A key that begins with an anchor is told by it through an encoding too; a name beside it is not looked for there. */
function isSeenThrough(rule, secret) {
  return !rule.generic && rule.anchors.some(anchor => anchor.length > 4 && secret.startsWith(anchor))
}
