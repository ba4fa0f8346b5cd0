import { beforeEach, describe, expect, test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { remediesFor } from '../../src/remedies/remedies-for.ts'
import { plan } from '../../src/reporters/plan.ts'
import type { Finding, Place, State } from '../../src/types.ts'
import { ruleWith } from '../remedies/rule.ts'
import { runCommands } from '../remedies/run-commands.ts'
import { findingWith, placeWith } from './report.ts'

let repository: TestRepository
beforeEach(() => {
  repository = newRepository()
})

const SECRETS = ['ex', 'a1b2c3d4e5f6g7h8i9j0'].join('_')

function findingIn(
  state: State,
  place: Partial<Place>,
  headCommit: string,
  kind: 'pattern' | 'dotenv' = 'pattern',
): Finding {
  const places = [placeWith(place)]
  const rule = ruleWith({ kind })
  return findingWith({ state, places, remediation: remediesFor({ rule, mode: 'history', state, places, headCommit }) })
}

function carryOut(findings: readonly Finding[]): void {
  const steps = plan(findings).flatMap(part => (part.state === undefined ? [] : part.steps))
  runCommands(steps, { cwd: repository.path, kinds: ['remove', 'purge'] })
}

const holds = (): boolean => repository.git(['log', '-p', '-m', 'HEAD']).includes(SECRETS)

describe('plan', () => {
  test('two files of the last commit are mended by one amend', () => {
    repository.commit('base', { base: '1' })
    const head = repository.commit('leak', { 'a.js': SECRETS, 'b.js': SECRETS, '.env': SECRETS })
    const at = (path: string, kind?: 'dotenv') => findingIn('head', { path, commit: head, inHead: true }, head, kind)
    repository.write('a.js', 'mended')
    repository.write('b.js', 'mended')
    carryOut([at('a.js'), at('.env', 'dotenv'), at('b.js')])
    expect(holds()).toBe(false)
    expect(repository.git(['log', '--format=%s'])).toBe('leak\nbase')
    expect(repository.git(['status', '--porcelain'])).toBe('')
  })

  test('several older commits are mended in an order in which every printed commit still exists', () => {
    repository.commit('base', { base: '1' })
    const dates = ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', '2024-01-03T00:00:00Z']
    const commits = ['a.js', 'b.js', 'c.js'].map(path => repository.commit(`leak ${path}`, { [path]: SECRETS }))
    const head = repository.commit('later', { later: '1' })
    const findings = ['a.js', 'b.js', 'c.js'].map((path, i) =>
      findingIn('unpushed', { path, commit: commits[i]!, date: dates[i]!, inHead: true }, head),
    )
    for (const path of ['a.js', 'b.js', 'c.js']) repository.write(path, 'mended')
    carryOut(findings)
    expect(holds()).toBe(false)
    expect(repository.git(['log', '--format=%s'])).toBe('later\nleak c.js\nleak b.js\nleak a.js\nbase')
  })

  test('a file to be taken out whole and a value to be replaced come in one rewrite, proved afterwards', () => {
    const commit = 'a'.repeat(40)
    const file = findingIn('pushed', { path: '.env', commit, inHead: true }, commit, 'dotenv')
    const value = findingIn('pushed', { path: 'a.js', commit, inHead: true }, commit)
    for (const findings of [
      [file, value],
      [value, file],
    ]) {
      const commands = plan(findings).flatMap(part => part.steps.flatMap(step => step.commands ?? []))
      const order = [
        'git add',
        'git commit',
        'git push',
        'git clone',
        '(umask',
        'git filter-repo',
        'keyscan',
        'rm ',
        'git push --force',
      ]
      const positions = order.map(start => commands.findLastIndex(command => command.startsWith(start)))
      expect(positions.toSpliced(2, 1)).toEqual(positions.toSpliced(2, 1).toSorted((a, b) => a - b))
      expect(commands.filter(command => command.startsWith('git filter-repo'))).toHaveLength(2)
      expect(commands.filter(command => command === 'git push')).toHaveLength(1)
    }
  })

  test('what is staged is looked at again after everything else', () => {
    const head = 'a'.repeat(40)
    const findings = [findingIn('index', { path: '.env' }, head, 'dotenv'), findingIn('index', { path: 'a.js' }, head)]
    const steps = plan(findings)[0]?.steps ?? []
    expect(steps.map(step => step.kind)).toEqual(['remove', 'remove', 'replace', 'replace', 'verify'])
    expect(steps.at(-1)?.commands).toEqual(['git add -- a.js', 'keyscan --staged'])
  })

  test('fifty findings in one file give the steps once', () => {
    const findings = Array.from({ length: 50 }, (_, i) => findingIn('index', { line: i + 1 }, 'a'.repeat(40)))
    const parts = plan(findings)
    expect(parts.map(part => part.state)).toEqual(['index', undefined])
    expect(parts.flatMap(part => part.steps).map(step => step.kind)).toEqual([
      'remove',
      'replace',
      'replace',
      'verify',
      'revoke',
      'rotate',
    ])
    expect(parts[0]?.steps.find(step => step.code)?.code).toHaveLength(50)
  })
})
