import { buildAnchorTable } from '../kernel/anchor-table.ts'
import { storedTable } from '../kernel/stored-table.ts'
import { fileLiterals } from '../ruleset/file-literals.ts'
import type { PreparedRules, Rule } from '../types.ts'
import { indexRules } from './index-rules.ts'

/** Of no anchor that was there when sequels and preludes were made. */
const NOWHERE = -1

/**
 * The same with some rules more, numbered after the others. Of the built-in ones all stays that was made when keyscan was built; only the table is made anew,
 * where a history is looked into, as it knows literals by their number; elsewhere a small one is put beside it (join-finders.ts).
 */
export function extendPrepared(prepared: PreparedRules, own: readonly Rule[]): PreparedRules {
  if (own.length === 0) return prepared
  const more = indexRules(own)
  const first = prepared.before.length
  const { starts, owners, without } = prepared
  const numbersOf = (kind: keyof typeof without): readonly number[] => [
    ...without[kind],
    ...own.flatMap((rule, number) => (rule.kind === kind ? [first + number] : [])),
  ]
  const nothing = own.map(() => 0)
  const anchors = () => [...prepared.anchors(), ...more.anchors()]
  const marks = () => [...prepared.marks(), ...more.marks()]
  return {
    ...prepared,
    own: { rules: own, index: more, builtIn: prepared },
    rule: number => (number < first ? prepared.rule(number) : own[number - first]!),
    before: [...prepared.before, ...more.before],
    after: [...prepared.after, ...more.after],
    lead: [...prepared.lead, ...more.lead],
    around: [...prepared.around, ...more.around],
    lengths: [...prepared.lengths, ...more.lengths],
    starts: [...starts, ...[...more.starts].slice(1).map(start => start + owners.length)],
    owners: [...owners, ...Array.from(more.owners, number => number + first)],
    places: [
      ...(prepared.places ?? Array.from(owners, (_, place) => place)),
      ...Array.from(more.owners, () => NOWHERE),
    ],
    runOf: [...prepared.runOf, ...nothing],
    runLengths: [...prepared.runLengths, ...nothing],
    without: {
      'whole-file': numbersOf('whole-file'),
      file: numbersOf('file'),
      dotenv: numbersOf('dotenv'),
      'known-value': numbersOf('known-value'),
      shipment: numbersOf('shipment'),
    },
    fileLiterals: [...prepared.fileLiterals, ...fileLiterals(own, place => first + place)],
    anchors,
    marks,
    table: () => storedTable(buildAnchorTable([...anchors(), ...marks()])),
  }
}
