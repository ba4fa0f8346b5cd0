import { expect } from 'vitest'
import { listBytes } from '../../src/ruleset/byte-set.ts'
import type { PatternNode } from '../../src/ruleset/pattern-node.ts'
import { createRandom } from '../../src/ruleset/random.ts'
import { readSource } from './read-source.ts'

/** A text that the whole pattern matches, as JavaScript itself confirms. (fast-check's stringMatching takes minutes for this.) */
export function spellMatch(pattern: string, seed: number): string {
  const random = createRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const text = spell(readSource(pattern))
  expect(text).toMatch(new RegExp(`^(?:${pattern})$`))
  return text

  function spell(node: PatternNode): string {
    switch (node.type) {
      case 'set': {
        const bytes = listBytes(node.bytes)
        return String.fromCharCode(bytes[below(bytes.length)]!)
      }
      case 'sequence':
        return node.items.map(spell).join('')
      case 'choice':
        return spell(node.options[below(node.options.length)]!)
      case 'repeat':
        return Array.from({ length: node.min + below(node.max - node.min + 1) }, () => spell(node.item)).join('')
      case 'look':
        return ''
    }
  }
}
