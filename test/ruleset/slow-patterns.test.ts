import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { loadRules } from '../../src/ruleset/load.ts'
import { TABLE_REACH } from '../../src/ruleset/table-reach.ts'
import type { Rule } from '../../src/types.ts'

// JavaScript only, so that it is the same wherever tests run; without Java, without a binary for the platform.
env.RECHECK_BACKEND ??= 'pure'
const { check } = await import('recheck')

/**
 * Our own estimate (estimate-steps.ts) refuses slow patterns when rules are compiled. This is the second opinion, of a tool that searches
 * for an attack. It takes seconds a pattern, so that what it has said is kept; a pattern that is new or has changed is asked about at once.
 * To keep the answers: UPDATE_VERDICTS=1 npx vitest run test/ruleset/slow-patterns.test.ts
 */
const VERDICTS = new URL('recheck-verdicts.json', import.meta.url)
const TIME_LIMIT = 45_000
/** Steps in one window, as in compile-pattern.ts; the other limits keep the search short, not the answer mild. */
const PARAMETERS = { attackLimit: 1e7, incubationLimit: 10_000, maxInitialGenerationSize: 100, maxIteration: 5 }

const known: Record<string, string> = existsSync(VERDICTS) ? JSON.parse(readFileSync(VERDICTS, 'utf8')) : {}
const verdicts: Record<string, string> = {}
const rules = loadRules().rules.filter(rule => rule.pattern !== '')

/** What is read of a table is read by code: the pattern looks no further than that of any rule. */
const OF_TABLE = TABLE_REACH.before + TABLE_REACH.after
const windowOf = (rule: Rule) =>
  rule.before + Math.max(0, ...rule.anchors.map(anchor => anchor.length)) + rule.after - (rule.rows ? OF_TABLE : 0)

function nameOf(rule: Rule): string {
  const text = `${rule.pattern}\n${rule.flags}\n${windowOf(rule)}`
  return createHash('sha256').update(text).digest('hex').slice(0, 20)
}

describe('patterns of rules/', () => {
  const asked = rules.filter(rule => known[nameOf(rule)] === undefined)
  for (const rule of rules) verdicts[nameOf(rule)] = known[nameOf(rule)] ?? 'unknown'

  it('are all known to be quick, or asked about now', () => {
    expect(rules.length).toBeGreaterThan(50)
    expect(rules.filter(rule => !asked.includes(rule) && known[nameOf(rule)] !== 'safe')).toEqual([])
  })

  it.each(asked.map(rule => [rule.id, rule] as const))(
    '%s has no super-linear case in its window',
    async (_, rule) => {
      const size = windowOf(rule)
      const limits = { maxAttackStringSize: size, maxGeneStringSize: Math.min(size, 2400), timeout: TIME_LIMIT }
      const result = await check(rule.pattern, rule.flags, { ...PARAMETERS, ...limits })
      // A text that is longer than the window is never matched at once.
      const reaches = result.status === 'vulnerable' && result.attack.string.length <= size
      expect(reaches ? `slow on ${result.attack.pattern}` : result.status).toMatch(/^(?:safe|vulnerable)$/)
      verdicts[nameOf(rule)] = 'safe'
    },
    TIME_LIMIT + 10_000,
  )

  afterAll(() => {
    if (!env.UPDATE_VERDICTS) return
    const entries = Object.entries(verdicts).filter(([, verdict]) => verdict === 'safe')
    writeFileSync(VERDICTS, `${JSON.stringify(Object.fromEntries(entries.sort()), null, 1)}\n`)
  })
})

describe('the second opinion', () => {
  it('finds what is slow', async () => {
    const result = await check('(?:a|a){1,99}b', 'g', { ...PARAMETERS, maxAttackStringSize: 100, timeout: TIME_LIMIT })
    expect(result.status).toBe('vulnerable')
  })
})
