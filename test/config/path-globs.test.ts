import { describe, expect, it } from 'vitest'
import { compileGlobs } from '../../src/config/path-globs.ts'
import { globProblem } from '../../src/ruleset/glob-problem.ts'

describe('compileGlobs', () => {
  it.each<[string[], string, boolean]>([
    [['dist/**'], 'dist/a/.b', true],
    [['**/*.min.js'], 'a.min.js', true],
    [['**/.env'], '.env', true],
    [['*.md'], 'docs/a.md', false],
    [['a', 'b/{c,d}'], 'b/d', true],
    [[], 'a', false],
  ])('%j: %s is %s', (globs, path, expected) => {
    expect(compileGlobs(globs)(path)).toBe(expected)
  })
})

describe('globProblem', () => {
  it.each(['src/**', '**/*.{ts,tsx}', '[a-z]*.pem', 'a\\[b', '[[]x', '@(a|b)/**', '.env*'])('%s is right', glob => {
    expect(globProblem(glob)).toBe(undefined)
  })

  it.each<[string, string]>([
    ['', 'is empty'],
    ['!a', '"!" is not supported'],
    ['src\\app', 'paths are written with "/"'],
    ['/a', 'is absolute'],
    ['C:/a', 'is absolute'],
    ['./a', 'starts with "./"'],
    ['dist/', 'write "dist/**"'],
    ['[a', '"[" has no partner'],
    ['a]', '"]" has no partner'],
    ['{a,b', '"{" has no partner'],
    ['@(a', '"(" has no partner'],
    ['{a)', '")" has no partner'],
  ])('%j is wrong', (glob, expected) => {
    expect(globProblem(glob)).toContain(expected)
  })
})
