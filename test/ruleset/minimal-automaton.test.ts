import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ByteAutomaton } from '../../src/ruleset/byte-automaton.ts'
import { minimalAutomaton } from '../../src/ruleset/minimal-automaton.ts'

const STATES = 9
const WIDTH = 3
const state = fc.nat({ max: STATES - 1 })

/** State 0 stays where it is, and so does state 1. */
const automata: fc.Arbitrary<ByteAutomaton> = fc
  .record({
    rows: fc.array(state, { minLength: (STATES - 2) * WIDTH, maxLength: (STATES - 2) * WIDTH }),
    classes: fc.array(fc.nat({ max: WIDTH - 1 }), { minLength: 4, maxLength: 4 }),
    starts: fc.array(state, { minLength: 1, maxLength: 3 }),
  })
  .map(({ rows, classes, starts }) => ({
    classOf: Uint8Array.from({ length: 256 }, (_, byte) => classes[byte & 3]!),
    width: WIDTH,
    table: Uint16Array.from([0, 0, 0, 1, 1, 1, ...rows]),
    starts,
  }))

function saysNo({ classOf, width, table, starts }: ByteAutomaton, start: number, text: Uint8Array): boolean {
  return text.reduce((at, byte) => table[at * width + classOf[byte]!]!, starts[start]!) === 0
}

test('says no to the same texts, with no more states', () => {
  fc.assert(
    fc.property(automata, fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 20 }), (automaton, texts) => {
      const minimal = minimalAutomaton(automaton)
      expect(minimal.table.length).toBeLessThanOrEqual(automaton.table.length)
      for (const start of automaton.starts.keys()) {
        for (const text of texts) expect(saysNo(minimal, start, text)).toBe(saysNo(automaton, start, text))
      }
    }),
  )
})

test('what cannot come to a no any more says perhaps, and bytes that nobody tells apart are one class', () => {
  const automaton: ByteAutomaton = {
    classOf: Uint8Array.from({ length: 256 }, (_, byte) => byte % 3),
    width: 3,
    table: Uint16Array.of(0, 0, 0, 1, 1, 1, 0, 0, 3, 4, 4, 4, 3, 3, 1),
    starts: [2, 3],
  }
  const { width, table, starts } = minimalAutomaton(automaton)
  expect([width, [...table], starts]).toEqual([2, [0, 0, 1, 1, 0, 1], [2, 1]])
})
