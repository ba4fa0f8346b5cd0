import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './pack-keyscan.ts'

interface LockedPackage {
  readonly resolved?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
const manifest = read('package.json')
const locked = Object.entries<LockedPackage>(read('package-lock.json').packages)
const paths = new Set(locked.map(([path]) => path))

it('the lock file names no registry: whoever installs uses their own', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

it('the lock file says of each package what it must be', () => {
  expect(locked.filter(([path, { integrity }]) => path !== '' && integrity === undefined)).toEqual([])
})

// npm writes only what the registry has, and `npm ci` refuses a lock file in which some are missing.
it('the lock file has the binaries of every platform', () => {
  const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !paths.has(`node_modules/${name}`) && !paths.has(`${path}/node_modules/${name}`),
    ),
  )
  expect(missing).toEqual([])
})

it('users get no other package: everything that runs is bundled', () => {
  expect(Object.keys(manifest).filter(key => /dependencies/i.test(key))).toEqual(['devDependencies'])
  expect(locked.filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)).toEqual([])
})

it('users run no script when they install', () => {
  expect(Object.keys(manifest.scripts).filter(name => /^(?:pre|post)?(?:install|prepare)$/.test(name))).toEqual([])
})

it('is the package that was promised', () => {
  expect(manifest).toMatchObject({
    name: '@keyscan/cli',
    license: 'MIT',
    type: 'module',
    bin: { keyscan: 'dist/keyscan.cjs' },
    engines: { node: '>=20.19' },
    files: ['dist', '!dist/**/*.cache'],
  })
})
