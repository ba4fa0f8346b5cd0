import type { Rule } from '../../types.ts'

/** Shorter ones stand in encoded text by chance: four characters of base64 in each 16 MB of it. */
const SHORTEST_ANCHOR = 4
/** So many characters are as rare as more of them, and what begins alike shares its marks. */
const LONGEST_ANCHOR = 6
/** `-----BEGIN PGP PRIVATE`: certificates begin alike. */
const LONGEST_HEADING = 23

/** Its base64 stands in every source map and token: a password in such an address is looked for in plain text and in archives. */
const FREQUENT = /^https?:/
/** Stands in words, and its base64 in base64 of them: `dose`. What Databricks has stands in few, what Canva has in none. */
const SYLLABLE = /^(?!dapi$|cnvca$)[a-z]{1,5}$/
/** Begins names of many things: `token-parser`, `secret_name`. */
export const COMMON = /^(?:token|secret|access|oauth|sandbox|private|public|kubeconfig|configcat)[-_:]/i
/** Of credentials files that are handed on in base64. */
const SETTINGS = /^(?:aws_secret|AccountKey=)/

/** Rules that say by themselves what a secret is: what is found in decoded text needs no name or surroundings to be believed. */
export function isSeenThrough(rule: Rule): boolean {
  return rule.kind === 'pattern' && !rule.generic && !rule.anchors.some(anchor => FREQUENT.test(anchor))
}

/** Is what begins with the anchor the secret itself, not a name before it? Only what looks behind stands before it in the pattern. */
export function beginsSecret({ anchored, pattern }: Rule): boolean {
  let at = 0
  while (pattern.startsWith('(?<!', at) || pattern.startsWith('(?<=', at)) at = groupEnd(pattern, at)
  return anchored && pattern.startsWith('(?<secret>', at)
}

function groupEnd(pattern: string, start: number): number {
  let depth = 0
  let inClass = false
  for (let at = start; at < pattern.length; at++) {
    const character = pattern[at]
    if (character === '\\') at++
    else if (inClass) inClass = character !== ']'
    else if (character === '[') inClass = true
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  return pattern.length
}

/** Providers whose rules look at more than a key: blocks and addresses. */
const BLOCKS = /^(?:private-key|url)$/
const BLOCK = /^(?:[A-Za-z0-9+]+:\/\/|[a-z]+\+$|.*-----?$)/

/**
 * Does it tell of a secret in a text that cannot be read? What a key begins with does, and so do long names in the spelling of their settings file;
 * of names there are too many, and they stand in plain beside what is encoded.
 */
function isTelling(anchor: string, rule: Rule): boolean {
  if (anchor.length < SHORTEST_ANCHOR) return false
  if (beginsSecret(rule)) return !SYLLABLE.test(anchor)
  return SETTINGS.test(anchor) || (BLOCKS.test(rule.provider) && BLOCK.test(anchor))
}

/** An encoded anchor stands in one spelling: names are written small or large. */
function spellings(anchor: string, { ignoreCase }: Rule): readonly string[] {
  return ignoreCase ? [anchor.toLowerCase(), anchor.toUpperCase()] : [anchor]
}

/** Beginnings of anchors whose encoded forms are looked for: none holds another. Short first, then by name. */
export function markAnchors(rules: readonly Rule[]): readonly string[] {
  const all = rules
    .filter(isSeenThrough)
    .flatMap(rule => rule.anchors.filter(anchor => isTelling(anchor, rule)).flatMap(anchor => spellings(anchor, rule)))
  return withoutContained(withoutContained(all).map(beginningOf))
}

/** No word: `secret` of `secret_` is in everything. */
function beginningOf(anchor: string): string {
  const length = anchor.startsWith('-') ? LONGEST_HEADING : LONGEST_ANCHOR
  const sign = anchor.search(/[^A-Za-z]/)
  return anchor.slice(0, Math.max(length, Math.min(sign + 1, LONGEST_HEADING)))
}

/** What holds a shorter one is found by that one's marks. */
function withoutContained(anchors: readonly string[]): readonly string[] {
  const sorted = [...new Set(anchors)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const kept = new Set<string>()
  return sorted.filter(anchor => {
    for (let length = SHORTEST_ANCHOR; length <= anchor.length; length++) {
      for (let at = 0; at + length <= anchor.length; at++) if (kept.has(anchor.slice(at, at + length))) return false
    }
    kept.add(anchor)
    return true
  })
}
