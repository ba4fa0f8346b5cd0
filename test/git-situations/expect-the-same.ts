import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { CLEAN, leaks, told } from './told.ts'

/** Leaves a trace where it is run: git takes it for a program, with arguments that it ignores. */
export const trap = ({ folder }: TestRepository): string => `touch '${join(folder, 'trap').replaceAll('\\', '/')}'; cat`

/** A commit with one secret at an odd path, and another one staged beside an old one. */
export function arrange(): TestRepository {
  const repository = newRepository()
  repository.commit('first', { 'old ä.txt': `${makeLeak(1)}\n`, 'sub/c.txt': 'c\n' })
  repository.commit('second', { 'old ä.txt': `more\n${makeLeak(1)}\n` })
  repository.write('old ä.txt', `even more\n${makeLeak(1)}\n`)
  repository.write('new ä.txt', ` ${makeLeak(2)}\n`)
  repository.git(['add', 'old ä.txt', 'new ä.txt'])
  return repository
}

/** What is told whatever is configured. */
export async function expectTheSame(
  repository: TestRepository,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const run = (folder: string, ...args: readonly string[]) => told(join(repository.path, folder), args, { env })
  const runs = [run('sub', '--staged'), run('.', '--range', 'HEAD~1..HEAD'), run('.', '--history')]
  expect(await Promise.all(runs)).toEqual([
    leaks('index new ä.txt:1:2'),
    CLEAN,
    // The first version, that of HEAD, that of the index.
    leaks('index new ä.txt:1:2', 'unpushed old ä.txt:1:1 old ä.txt:2:1 old ä.txt:2:1'),
  ])
  expect(existsSync(join(repository.folder, 'trap'))).toBe(false)
}
