import { beforeEach, describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { scan } from '../../src/scan.ts'
import { runCommands } from './run-commands.ts'

const ENV = ['API_SECRET=plumKettle', '47', 'marble\n'].join('')

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

/** What is to be run to take the `.env` out of git, and what is said of it. */
async function steps(mode: 'staged' | 'paths') {
  const options = mode === 'paths' ? { mode, paths: ['.'] } : { mode }
  const { findings } = await scan({ directory: repository.path, ...options })
  const finding = findings.find(({ ruleId }) => ruleId === 'dotenv-file')
  const step = finding?.remediation.find(({ text }) => text.startsWith('This file belongs on your machine only.'))
  return { text: step?.text ?? '', commands: step?.commands ?? [] }
}

/** After its commands git neither tracks the file nor takes it in again. */
function expectGone(commands: readonly string[], path: string): void {
  runCommands([{ kind: 'remove', text: '', commands }], { cwd: repository.path, kinds: ['remove'] })
  expect(repository.git(['ls-files', '--', path])).toBe('')
  repository.git(['add', '.'])
  expect(repository.git(['ls-files', '--', path])).toBe('')
}

describe('a .env that is staged', () => {
  test('and that a .gitignore names already, is only taken out', async () => {
    repository.commit('first', { '.gitignore': '.env*\n' })
    repository.write('.env', ENV)
    repository.git(['add', '--force', '.env'])
    const { text, commands } = await steps('staged')
    expect(commands).toEqual(['git rm --cached --force --quiet -- .env'])
    expect(text).toContain('A .gitignore names it already')
    expectGone(commands, '.env')
  })

  test.each([
    ['.gitignore', '.env*\n!config/.env\n'],
    ['config/.gitignore', '!.env'],
  ])('and that %s takes back in, is left out behind that line', async (file, content) => {
    repository.commit('first', { '.gitignore': '.env*\n', [file]: content })
    repository.write('config/.env', ENV)
    repository.git(['add', '.'])
    const { text, commands } = await steps('staged')
    expect(text).toContain(
      `${file}:${content.split('\n').findIndex(line => line.startsWith('!')) + 1} takes it back in`,
    )
    expectGone(commands, 'config/.env')
  })

  test('and that only this machine ignores, gets a line that everybody has', async () => {
    repository.commit('first', { 'a.txt': 'a\n' })
    repository.write('.git/info/exclude', '.env\n')
    repository.write('.env', ENV)
    repository.git(['add', '--force', '.env'])
    const { commands } = await steps('staged')
    expect(commands.at(-1)).toContain('>> .gitignore')
    expectGone(commands, '.env')
  })
})

test('of files on disk git says whether it tracks them', async () => {
  repository.commit('first', { '.gitignore': '.env\n' })
  repository.write('.env', ENV)
  repository.git(['add', '--force', '.env'])
  expect((await steps('paths')).commands).toEqual(['git rm --cached --force --quiet -- .env'])
})
