import { expect, test } from 'vitest'
import { NoRoomError, PackMemory } from '../../src/kernel/pack-memory.ts'
import { PAGE_BYTES } from '../../src/kernel/wasm-memory.ts'

/** Memory that a system gives page by page, up to so many. */
function memoryOf(pages: number): PackMemory {
  const memory = {
    buffer: new ArrayBuffer(PAGE_BYTES),
    grow(more: number): number {
      const before = this.buffer.byteLength
      if (before / PAGE_BYTES + more > pages) throw new RangeError('WebAssembly.Memory.grow(): Unable to grow')
      this.buffer = new ArrayBuffer(before + more * PAGE_BYTES)
      return before / PAGE_BYTES
    },
  }
  return new PackMemory(memory, 1024)
}

test('what is given back is given again, and no two pieces overlap', () => {
  const memory = memoryOf(100)
  const first = memory.allocate(5000)
  const second = memory.allocate(5000)
  expect(Math.abs(first - second)).toBeGreaterThanOrEqual(5000)
  expect(Math.min(first, second)).toBeGreaterThanOrEqual(1024)
  memory.free(first, 5000)
  expect(memory.allocate(8000)).toBe(first)
})

test('a larger piece that is free serves, and is as large as before when it is given back', () => {
  const memory = memoryOf(100)
  const large = memory.allocate(16 * PAGE_BYTES)
  memory.free(large, 16 * PAGE_BYTES)
  expect(memory.allocate(4 * PAGE_BYTES)).toBe(large)
  const other = memory.allocate(4 * PAGE_BYTES)
  expect(Math.abs(other - large)).toBeGreaterThanOrEqual(4 * PAGE_BYTES)
  memory.free(large, 4 * PAGE_BYTES)
  memory.free(other, 4 * PAGE_BYTES)
  expect(memory.allocate(16 * PAGE_BYTES)).toBe(large)
  expect(memory.allocate(4 * PAGE_BYTES)).toBe(other)
})

test('where the system gives no more, it says so, and goes on with what it has', () => {
  const memory = memoryOf(8)
  const known = memory.allocate(4 * PAGE_BYTES)
  expect(() => memory.allocate(8 * PAGE_BYTES)).toThrow(NoRoomError)
  memory.free(known, 4 * PAGE_BYTES)
  expect(memory.allocate(3 * PAGE_BYTES)).toBe(known)
  // There is no room for a quarter more, but for this.
  expect(memory.allocate(PAGE_BYTES)).toBeGreaterThan(0)
})

test.each([2 ** 30 + 1, 2 ** 31, 2 ** 32, 2 ** 40])('more than there can be: %i bytes', size => {
  expect(() => memoryOf(100).allocate(size)).toThrow(NoRoomError)
})
