import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shipmentsOf } from '../../../src/scan/shipped/shipments-of.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyscan-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function shipments(path: string, files: Readonly<Record<string, string>>) {
  for (const [file, text] of Object.entries({ [path]: 'A=1\n', ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return shipmentsOf(root, path).map(({ by, file, line }) => [by, file, line])
}

it('sees a line of a Dockerfile that names the file', () => {
  expect(shipments('.env', { Dockerfile: 'FROM x\nCOPY .env ./\n' })).toEqual([['copy', 'Dockerfile', 2]])
})

it('sees one that takes the whole folder, unless a .dockerignore leaves it out', () => {
  const files = { 'api/Dockerfile': 'FROM x\nCOPY . .\n' }
  expect(shipments('api/.env', files)).toEqual([['context', 'api/Dockerfile', 2]])
  expect(shipments('api/.env', { ...files, 'api/.dockerignore': '**/.env*\n' })).toEqual([])
})

it('sees what npm packs', () => {
  const manifest = { name: 'x', version: '1.0.0' }
  const of = (more: object) => ({ 'package.json': JSON.stringify({ ...manifest, ...more }) })
  expect(shipments('.env', of({}))).toEqual([['package', 'package.json', undefined]])
  expect(shipments('.env', of({ files: ['dist', '.env'] }))).toEqual([['package', 'package.json', undefined]])
  expect(shipments('.env', of({ files: ['dist'] }))).toEqual([])
  expect(shipments('.env', of({ private: true }))).toEqual([])
  expect(shipments('.env', { ...of({}), '.npmignore': '.env\n' })).toEqual([])
})

it('says nothing of a file that is not there any more, or of manifests that cannot be read', () => {
  expect(shipmentsOf(root, '.env')).toEqual([])
  expect(shipments('.env', { 'package.json': '{', Dockerfile: 'FROM x\nCOPY src .\n' })).toEqual([])
})
