import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { type DeltaStep, makeDelta } from '../../fixtures/packs/make-delta.ts'
import { type Entry, makePack } from '../../fixtures/packs/make-pack.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { layPacks } from '../objects/pack/lay-packs.ts'
import { printsInFull, scanForestOf } from '../objects/pack/scan-forest-of.ts'

const RUNS = 300
/** Of a base that is not there, or not known yet: any will do. */
const SOME_LENGTH = 30

/** Parts of the base are given as fractions. */
type AnyStep = Uint8Array | { readonly from: number; readonly length: number; readonly beyond: number }

/** An entry of a pack that nobody has checked. */
interface AnyEntry {
  readonly kind: 'commit' | 'tree' | 'blob' | 'tag' | 'back' | 'base'
  readonly text: Uint8Array
  readonly base: number
  readonly steps: readonly AnyStep[]
  /** By how much it is wrong about its own length, that of its base, that of its result. */
  readonly lies: readonly [number, number, number]
  /** Which byte of the deflated stream is another. */
  readonly garbled: number | undefined
}

/** `sound`: what it is, undefined where it makes no sense. What was garbled may turn out anyhow. */
interface Made {
  readonly entry: Entry
  readonly type: string | undefined
  readonly sound: Uint8Array | undefined
  readonly garbled: boolean
}

const word = fc.constantFrom('100644 a\0', 'x'.repeat(20), 'tree ', 'token = "', '"\n', ...[1, 2, 3].map(makeLeak))
const anyBytes = fc.oneof(
  fc.array(word, { maxLength: 8 }).map(words => new Uint8Array(Buffer.from(words.join('')))),
  fc.uint8Array({ maxLength: 60 }),
)
const seldom = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const lie = seldom(0, fc.integer({ min: -3, max: 300 }))
const anyEntry: fc.Arbitrary<AnyEntry> = fc.record({
  kind: fc.constantFrom('commit', 'tree', 'blob', 'blob', 'tag', 'back', 'back', 'back', 'base', 'base', 'base'),
  text: anyBytes,
  base: fc.nat(20),
  steps: fc.array(fc.oneof(anyBytes, fc.record({ from: fraction, length: fraction, beyond: seldom(0, fc.nat(100)) })), {
    maxLength: 6,
  }),
  lies: fc.tuple(lie, lie, lie),
  garbled: seldom(undefined, fc.nat(1000)),
})

const idOf = (number: number): string => number.toString(16).padStart(2, '0').repeat(20)

/** Makes each entry, its base first. */
function make(entries: readonly AnyEntry[]): readonly Made[] {
  const made = new Map<number, Made>()
  const path = new Set<number>()
  function makeOne(number: number): Made | undefined {
    const any = entries[number]
    // Not there, or made from itself.
    if (any === undefined || path.has(number)) return undefined
    const known = made.get(number)
    if (known) return known
    path.add(number)
    const one = any.kind === 'back' || any.kind === 'base' ? delta(number, any) : whole(number, any, any.kind)
    path.delete(number)
    made.set(number, one)
    return one
  }
  function delta(number: number, any: AnyEntry): Made {
    const isBack = any.kind === 'back' && any.base < number
    const base = makeOne(any.base)
    const length = base?.sound?.length ?? SOME_LENGTH
    const steps = any.steps.map(step => stepOf(step, length)).filter(step => !('length' in step) || step.length > 0)
    const parts = steps.map(step =>
      step instanceof Uint8Array ? step : base?.sound?.subarray(step.from, step.from + step.length),
    )
    const isBeyond = steps.some(step => !(step instanceof Uint8Array) && step.from + step.length > length)
    const result = Buffer.concat(parts.filter(part => part !== undefined))
    const sizes = [Math.max(0, length + any.lies[1]), Math.max(0, result.length + any.lies[2])] as const
    const isRight = base?.sound !== undefined && !isBeyond && sizes[0] === length && sizes[1] === result.length
    const one = whole(
      number,
      { ...any, text: makeDelta(sizes, steps) },
      isBack ? { back: number - any.base } : { base: idOf(any.base) },
    )
    return {
      ...one,
      type: base?.type,
      sound: isRight && one.sound ? result : undefined,
      garbled: one.garbled || base?.garbled === true,
    }
  }
  return entries.map((_, number) => makeOne(number)!)
}

function stepOf(step: AnyStep, length: number): DeltaStep {
  if (step instanceof Uint8Array) return step
  const from = Math.floor(step.from * length)
  return { from, length: Math.floor(step.length * (length - from)) + step.beyond }
}

function whole(number: number, { text, lies, garbled }: AnyEntry, kind: Entry['kind']): Made {
  const size = Math.max(0, text.length + lies[0])
  const deflated = deflateSync(text)
  if (garbled !== undefined) deflated[garbled % deflated.length]! ^= 1 << (garbled % 8)
  const type = typeof kind === 'string' ? kind : undefined
  const entry: Entry = { kind, content: text, id: idOf(number), size, deflated }
  return { entry, type, sound: size === text.length ? text : undefined, garbled: garbled !== undefined }
}

test('whatever a pack holds: what makes sense is looked at, all else is said to be damaged', async () => {
  const objects = join(newRepository({ bare: true }).path, 'objects')
  let [sound, senseless] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 20 }), async entries => {
      const made = make(entries)
      layPacks(objects, [makePack(made.map(({ entry }) => entry))])
      const said = await scanForestOf(objects)
      expect(said.notOpened).toBe(false)
      for (const [number, one] of made.entries()) {
        const object = said.objects.get(idOf(number))
        expect(said.failed.has(idOf(number))).toBe(object === undefined)
        if (object && object.type !== 'tree') expect(object.prints).toEqual(printsInFull(object.type, object.bytes))
        if (one.garbled) continue
        if (one.sound) sound++
        else senseless++
        expect(object && { type: object.type, bytes: object.bytes.toString('latin1') }).toEqual(
          one.sound && { type: one.type, bytes: Buffer.from(one.sound).toString('latin1') },
        )
      }
    }),
    { numRuns: RUNS },
  )
  // The property is about something.
  expect(Math.min(sound, senseless)).toBeGreaterThan(RUNS)
})
