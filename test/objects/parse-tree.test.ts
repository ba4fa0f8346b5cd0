import { expect, test } from 'vitest'
import { idAt } from '../../src/objects/id-at.ts'
import { parseTree } from '../../src/objects/parse-tree.ts'

const ID = 'ab'.repeat(20)
const entry = (mode: string, name: string): Buffer =>
  Buffer.concat([Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(ID, 'hex')])

function parsed(tree: Buffer): { whole: boolean; entries: string[] } {
  const entries: string[] = []
  const whole = parseTree(tree, 20, (kind, start, end, idStart) =>
    entries.push(`${kind} ${tree.toString('latin1', start, end)} ${idAt(tree, idStart, 20) === ID}`),
  )
  return { whole, entries }
}

test('files, links, folders and submodules', () => {
  const tree = Buffer.concat([
    entry('100644', 'a b'),
    entry('100755', 'run'),
    entry('120000', 'link'),
    entry('40000', 'folder'),
    entry('160000', 'sub'),
  ])
  expect(parsed(tree)).toEqual({
    whole: true,
    entries: ['file a b true', 'file run true', 'file link true', 'tree folder true', 'submodule sub true'],
  })
})

test('an empty tree', () => {
  expect(parsed(Buffer.alloc(0))).toEqual({ whole: true, entries: [] })
})

test('a tree that ends in the middle of an entry, wherever', () => {
  const tree = Buffer.concat([entry('100644', 'a'), entry('100644', 'b')])
  const first = entry('100644', 'a').length
  for (let length = first + 1; length < tree.length; length++) {
    expect(parsed(tree.subarray(0, length))).toEqual({ whole: false, entries: ['file a true'] })
  }
})
