import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ObjectLedger } from '../../../src/sources/history/object-ledger.ts'

const id = (n: number): string => createHash('sha1').update(String(n)).digest('hex')

test('counts what was spoken of and not seen, in any order, through growth', () => {
  const ledger = new ObjectLedger()
  const count = 30_000
  for (let n = 0; n < count; n++) {
    if (n % 2 === 0) ledger.present(id(n))
    ledger.refer(id(n))
    ledger.referAt(Buffer.from(`....${id(n)}`.slice(4), 'hex'), 0)
    if (n % 4 === 1) ledger.present(id(n))
  }
  expect(ledger.missing).toBe(count / 4)
})

test('an id in a tree is the same as in text', () => {
  const ledger = new ObjectLedger()
  ledger.present(id(1))
  ledger.referAt(Buffer.concat([Buffer.from('100644 a\0'), Buffer.from(id(1), 'hex')]), 9)
  expect(ledger.missing).toBe(0)
  ledger.referAt(Buffer.from(id(2), 'hex'), 0)
  expect(ledger.missing).toBe(1)
})

test('ids with high bits set', () => {
  const ledger = new ObjectLedger()
  const high = 'f'.repeat(40)
  ledger.refer(high)
  expect(ledger.missing).toBe(1)
  ledger.present(high)
  expect(ledger.missing).toBe(0)
})
