import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { installHook, removeHook } from '../../src/hooks/install-hook.ts'

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

const hook = (): string => join(repository.path, '.git', 'hooks', 'pre-commit')

describe('plain git hooks', () => {
  it('are created, found a second time, and taken out', async () => {
    expect(await installHook(repository.path)).toMatchObject({ did: 'created', keeper: 'git' })
    const script = readFileSync(hook(), 'utf8')
    expect(statSync(hook()).mode & 0o111).toBe(0o111)
    expect(await installHook(repository.path)).toMatchObject({ did: 'unchanged' })
    expect(readFileSync(hook(), 'utf8')).toBe(script)
    expect(await removeHook(repository.path)).toMatchObject({ did: 'removed' })
    expect(existsSync(hook())).toBe(false)
    expect(await removeHook(repository.path)).toMatchObject({ did: 'unchanged' })
  })

  it('keep what is there', async () => {
    mkdirSync(join(repository.path, '.git', 'hooks'), { recursive: true })
    writeFileSync(hook(), '#!/bin/sh\necho mine\n')
    chmodSync(hook(), 0o755)
    expect(await installHook(repository.path)).toMatchObject({ did: 'extended' })
    expect(readFileSync(hook(), 'utf8')).toContain('#!/bin/sh\necho mine\n')
    expect(await removeHook(repository.path)).toMatchObject({ did: 'restored' })
    expect(readFileSync(hook(), 'utf8')).toBe('#!/bin/sh\necho mine\n')
  })

  it('in another language are left alone', async () => {
    mkdirSync(join(repository.path, '.git', 'hooks'), { recursive: true })
    writeFileSync(hook(), '#!/usr/bin/env python3\nprint(1)\n')
    await expect(installHook(repository.path)).rejects.toThrow(/no shell script/)
    expect(readFileSync(hook(), 'utf8')).toBe('#!/usr/bin/env python3\nprint(1)\n')
  })

  it('of a linked worktree are those of the repository', async () => {
    repository.commit()
    const linked = join(repository.folder, 'linked')
    repository.git(['worktree', 'add', '--quiet', linked])
    const { file } = await installHook(linked)
    expect(file).toBe(hook())
  })
})

describe('core.hooksPath', () => {
  it('is where the hook goes', async () => {
    repository.git(['config', 'core.hooksPath', '.githooks'])
    expect(await installHook(repository.path)).toMatchObject({ keeper: 'core.hooksPath' })
    expect(existsSync(join(repository.path, '.githooks', 'pre-commit'))).toBe(true)
    expect(existsSync(hook())).toBe(false)
  })

  it('from a subfolder is the same file', async () => {
    repository.git(['config', 'core.hooksPath', '.githooks'])
    mkdirSync(join(repository.path, 'a', 'b'), { recursive: true })
    const { file } = await installHook(join(repository.path, 'a', 'b'))
    expect(file).toBe(join(repository.path, '.githooks', 'pre-commit'))
  })
})

describe('husky', () => {
  it('keeps the hook in its folder', async () => {
    repository.write('.husky/_/pre-commit', '')
    repository.write('.husky/pre-commit', 'npm test\n')
    repository.git(['config', 'core.hooksPath', '.husky/_'])
    expect(await installHook(repository.path)).toMatchObject({ keeper: 'husky', did: 'extended' })
    expect(readFileSync(join(repository.path, '.husky', 'pre-commit'), 'utf8').startsWith('npm test\n')).toBe(true)
  })

  it('that is not active yet is said', async () => {
    mkdirSync(join(repository.path, '.husky'))
    const { pending, keeper } = await installHook(repository.path)
    expect(keeper).toBe('husky')
    expect(pending).toMatch(/npm install/)
  })

  it('that is not active in a linked worktree is said', async () => {
    repository.commit('first', { '.husky/pre-commit': 'npm test\n' })
    repository.git(['config', 'core.hooksPath', '.husky/_'])
    repository.write('.husky/_/pre-commit', '')
    const linked = join(repository.folder, 'linked')
    repository.git(['worktree', 'add', '--quiet', linked])
    expect((await installHook(repository.path)).pending).toBeUndefined()
    const { file, pending } = await installHook(linked)
    expect(file).toBe(join(linked, '.husky', 'pre-commit'))
    expect(pending).toMatch(/npm install/)
  })
})

describe('places that keyscan does not write to', () => {
  it.each([
    ['lefthook.yml', 'lefthook'],
    ['.pre-commit-config.yaml', 'pre-commit'],
    ['.simple-git-hooks.json', 'simple-git-hooks'],
  ])('%s: another manager writes the hooks', async (file, name) => {
    repository.write(file, '')
    await expect(installHook(repository.path)).rejects.toThrow(`keeps its hooks with ${name}`)
    expect(existsSync(hook())).toBe(false)
  })

  it('a bare repository', async () => {
    await expect(installHook(newRepository({ bare: true }).path)).rejects.toThrow(/bare repository/)
  })

  it('no repository', async () => {
    await expect(installHook(repository.folder)).rejects.toThrow(/not a git repository/)
  })
})
