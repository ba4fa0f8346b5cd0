import { describe, expect, test } from 'vitest'
import { FLAGS } from '../../src/cli/flags.ts'
import { help } from '../../src/cli/help.ts'
import { parseArguments } from '../../src/cli/parse-arguments.ts'

describe('arguments', () => {
  test('words, switches and values, in any order', () => {
    const args = parseArguments(['a', '--staged', '-C', 'dir', '--format=json', 'b', '-f', 'sarif=x=y', '-qv'])
    expect(args.words).toEqual(['a', 'b'])
    expect(['staged', 'quiet', 'verbose', 'history'].map(name => args.has(name as 'staged'))).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(args.value('directory')).toBe('dir')
    expect(args.values('format')).toEqual(['json', 'sarif=x=y'])
    expect(args.value('config')).toBeUndefined()
    expect(args.values('rule')).toEqual([])
  })

  test('behind -- everything is a word', () => {
    expect(parseArguments(['--', '--staged', '-x']).words).toEqual(['--staged', '-x'])
  })

  test('switches alone are read as among others', () => {
    const alone = parseArguments(['--staged', '--quiet'])
    expect([alone.has('staged'), alone.has('quiet'), alone.has('history'), alone.words]).toEqual([
      true,
      true,
      false,
      [],
    ])
    expect(() => parseArguments(['--staged', '--histroy'])).toThrow('Did you mean --history?')
    expect(() => parseArguments(['--staged', '--config'])).toThrow('--config needs a value')
  })

  test('a switch given twice is given', () => {
    expect(parseArguments(['-q', '--quiet']).has('quiet')).toBe(true)
  })

  test('an empty value and one that begins with a dash are values where they are joined to the flag', () => {
    expect(parseArguments(['--config=']).value('config')).toBe('')
    expect(parseArguments(['--since=-1']).value('since')).toBe('-1')
  })

  test('what only looks like a flag is a word', () => {
    expect(parseArguments(['-']).words).toEqual(['-'])
  })
})

describe('help', () => {
  test.each([20, 40, 60, 80, 110, 300])('names every flag once and fits %d columns', columns => {
    const text = help(columns)
    const lines = text.split('\n')
    for (const flag of FLAGS) {
      const heading = new RegExp(`^ {2}(?:-\\w, | {4})--${flag.name}(?: |$)`)
      expect(lines.filter(line => heading.test(line))).toHaveLength(1)
    }
    // A flag or a word that is longer stands as it is.
    const longest = Math.max(...lines.filter(line => / \S+ \S/.test(line.trim())).map(line => line.length))
    if (columns >= 40) expect(longest).toBeLessThan(Math.min(columns, 110))
    expect(text).not.toMatch(/[ \t]\n/)
  })
})
