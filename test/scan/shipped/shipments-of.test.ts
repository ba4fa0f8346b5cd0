import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shipmentsOf } from '../../../src/scan/shipped/shipments-of.ts'
import { workTree } from '../../../src/scan/shipped/work-tree.ts'

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
  return shipmentsOf(workTree(root), path).map(({ by, file, line }) => [by, file, line])
}

it('sees a line of a Dockerfile that names the file', () => {
  expect(shipments('.env', { Dockerfile: 'FROM x\nCOPY .env ./\n' })).toEqual([['copy', 'Dockerfile', 2]])
})

it('sees one that takes the whole folder, unless a .dockerignore leaves it out', () => {
  const files = { 'api/Dockerfile': 'FROM x\nCOPY . .\n' }
  expect(shipments('api/.env', files)).toEqual([['context', 'api/Dockerfile', 2]])
  expect(shipments('api/.env', { ...files, 'api/.dockerignore': '**/.env*\n' })).toEqual([])
})

it('knows where a compose file has images built, and a folder of Dockerfiles beside', () => {
  const Dockerfile = 'FROM x\nCOPY package.json .env* ./\n'
  const compose =
    'services:\n  web:\n    build:\n      context: .\n      dockerfile: ops/web/Dockerfile\n    env_file: .env\n'
  expect(shipments('.env', { 'ops/web/Dockerfile': Dockerfile, 'compose.yaml': compose })).toEqual([
    ['copy', 'ops/web/Dockerfile', 2],
  ])
  expect(shipments('.env', { '.dockerignore': '.env\n' })).toEqual([])
})

it('takes a Dockerfile in a folder of its own to be built above it if all that it names is there', () => {
  const files = { 'docker/Dockerfile': 'FROM x\nCOPY package.json ./\nCOPY . .\n' }
  expect(shipments('.env', files)).toEqual([])
  expect(shipments('.env', { ...files, 'package.json': '{}' })).toEqual([['context', 'docker/Dockerfile', 3]])
})

it('reads the ignore list that is meant: of the Dockerfile, of Podman, of the context', () => {
  const Dockerfile = 'FROM x\nCOPY . .\n'
  expect(shipments('.env', { Dockerfile, 'Dockerfile.dockerignore': '*\n!src\n', '.dockerignore': '' })).toEqual([])
  expect(shipments('.env', { 'Dockerfile.dockerignore': 'dist\n', '.dockerignore': '.env\n' })).toHaveLength(1)
  expect(shipments('.env', { 'Dockerfile.dockerignore': '**/.env\n' })).toEqual([])
})

it('nothing that only a container is given when it starts', () => {
  const compose = 'services:\n  web:\n    image: x\n    env_file:\n      - .env\n    volumes: ["./.env:/app/.env"]\n'
  expect(shipments('.env', { 'docker-compose.yml': compose })).toEqual([])
})

it('of lists for npm the one that counts, and what takes out again', () => {
  const manifest = (more: object) => ({ 'package.json': JSON.stringify({ name: 'x', ...more }) })
  // An .npmignore takes the place of the .gitignore.
  expect(shipments('.env', { ...manifest({}), '.gitignore': '.env\n' })).toEqual([])
  expect(shipments('.env', { '.npmignore': 'test\n' })).toHaveLength(1)
  expect(shipments('.env', manifest({ files: ['**/*', '!.env'] }))).toEqual([])
  expect(shipments('.env', manifest({ files: ['*'] }))).toHaveLength(1)
})

it('sees what npm packs', () => {
  const manifest = { name: 'x', version: '1.0.0' }
  const of = (more: object) => ({ 'package.json': JSON.stringify({ ...manifest, ...more }) })
  expect(shipments('.env', of({}))).toEqual([['package', 'package.json', 1]])
  expect(shipments('.env', of({ files: ['dist', '.env'] }))).toEqual([['files', 'package.json', 1]])
  expect(shipments('.env', of({ files: ['dist'] }))).toEqual([])
  expect(shipments('.env', of({ private: true }))).toEqual([])
  expect(shipments('.env', { ...of({}), '.npmignore': '.env\n' })).toEqual([])
})

it('says nothing of a file that is not there any more, or of manifests that cannot be read', () => {
  expect(shipmentsOf(workTree(root), '.env')).toEqual([])
  expect(shipments('.env', { 'package.json': '{', Dockerfile: 'FROM x\nCOPY src .\n' })).toEqual([])
})
