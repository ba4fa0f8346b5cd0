import { describe, expect, test } from 'vitest'
import { providerSteps } from '../../src/remedies/provider-steps.ts'
import { remediesFor } from '../../src/remedies/remedies-for.ts'
import type { RemedyInput } from '../../src/remedies/remedy-input.ts'
import { STATES } from '../../src/types.ts'
import { ruleWith } from './rule.ts'

const input = (changes: Partial<RemedyInput> = {}): RemedyInput => ({
  rule: ruleWith(),
  mode: 'history',
  state: 'pushed',
  places: [],
  ...changes,
})

describe('providerSteps', () => {
  test('says where, how, and what stops working', () => {
    const [revoke, rotate] = providerSteps(input())
    expect(revoke).toMatchObject({ kind: 'revoke', url: 'https://example.invalid/keys' })
    expect(revoke?.text).toContain('Delete the key under Keys.\nCalls made with the key.')
    expect(rotate).toEqual({ kind: 'rotate', text: 'Example API key: Make a new key.' })
  })

  test('is as urgent as the state', () => {
    const texts = new Map(STATES.map(state => [state, providerSteps(input({ state }))[0]?.text]))
    expect(texts.get('pushed')).toContain('Revoke it now')
    expect(texts.get('unpushed')).toContain('has not been pushed')
    expect(texts.get('index')).toContain('In no commit yet')
  })

  test('has a lower tone for keys that are made to be seen', () => {
    for (const rule of [
      ruleWith({ id: 'stripe-publishable-key' }),
      ruleWith({ id: 'stripe-test-key' }),
      ruleWith({ severity: 'low' }),
    ]) {
      const text = providerSteps(input({ rule }))[0]?.text
      expect(text).toContain('restrict it')
      expect(text).not.toContain('now')
    }
  })

  test('fills in the path and the name at hand, and leaves to the state what changes the repository', () => {
    const commands = ['git grep -n NAME', 'git check-ignore -v -- PATH', 'git rm --cached -- PATH', 'tool USER_NAME']
    const rule = ruleWith({ remedy: { revoke: ['x'], commands } })
    const places = [{ path: 'a $& b/.env', line: 1, column: 1, endLine: 1, endColumn: 2 }]
    expect(providerSteps(input({ rule, name: 'DB_PASSWORD', places }))[0]?.commands).toEqual([
      'git grep -n DB_PASSWORD',
      "git check-ignore -v -- 'a $& b/.env'",
      'tool USER_NAME',
    ])
  })

  test('without a provider the name of the variable tells the owner', () => {
    const rule = ruleWith({ remedy: {} })
    expect(providerSteps(input({ rule, name: 'DB_PASSWORD' }))[0]?.commands).toEqual(['git grep -n DB_PASSWORD'])
    expect(providerSteps(input({ rule, name: 'x; rm -rf' }))[0]?.commands).toBeUndefined()
  })
})

describe('commands about an address', () => {
  const remedy = {
    commands: ['psql -h HOST -U USER -c "\\password"', 'mysql -h HOST -u USER -p', 'redis-cli -h HOST --askpass'],
  }
  const commandsFor = (parts: Readonly<Record<string, string>>) =>
    providerSteps(input({ rule: ruleWith({ remedy }), parts }))[0]?.commands

  test('are those of its own client, with its host and user', () => {
    expect(commandsFor({ scheme: 'postgres://', user: 'app', host: 'db.internal:5432' })).toEqual([
      'psql -h db.internal -U app -c "\\password"',
    ])
    expect(commandsFor({ scheme: 'rediss://', host: 'cache' })).toEqual(['redis-cli -h cache --askpass'])
  })

  test('keep words open whose value would need quotes, and all clients where the kind is not known', () => {
    expect(commandsFor({ scheme: 'mysql://', user: "o'neil", host: 'db' })).toEqual(['mysql -h db -u USER -p'])
    expect(commandsFor({})).toEqual(remedy.commands)
  })
})

test('printed commands start the keyscan that prints them', () => {
  const staged = input({ state: 'index', mode: 'staged', program: 'npx @keyscan/cli' })
  const commands = remediesFor(staged).flatMap(step => step.commands ?? [])
  expect(commands).toContain('npx @keyscan/cli --staged')
  expect(commands.some(command => command.startsWith('keyscan '))).toBe(false)
})
