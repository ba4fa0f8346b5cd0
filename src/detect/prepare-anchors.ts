import { buildAnchorTable } from '../kernel/anchor-table.ts'
import type { PreparedAnchors, Rule } from '../types.ts'
import { indexAnchors } from './index-anchors.ts'

/** All that a detector needs to know of a rule set's anchors; done once, when keyscan is built. */
export function prepareAnchors(rules: readonly Rule[]): PreparedAnchors {
  const { anchors, rulesOf } = indexAnchors(rules)
  const table = buildAnchorTable(anchors)
  return { anchors, rulesOf, table: () => table }
}
