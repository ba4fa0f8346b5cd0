import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRepository } from '../../fixtures/repositories/create-repository.ts'
import { complaintOf } from './complaint-of.ts'
import { reportOf, runKeyscan } from './run-keyscan.ts'

const KEY = `sk-ant-api03-${'aB3dE5fG7hJ9kL2mN4pQ6rS8tU1vW3xY'.repeat(3).slice(0, 93)}AA`

const explained = async (cwd: string, ...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await runKeyscan(cwd, ['explain', ...args])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).not.toContain(KEY)
  return stdout
}

test('a rule', async () => {
  const text = await explained(process.cwd(), 'aws-secret-access-key')
  expect(text).toContain('Looks for text that matches its pattern')
  expect(text).toContain('Its other half is')
  expect(text).toContain('To revoke it:')
  expect(text).toContain('disable = ["aws-secret-access-key"]')
  const [prose = ''] = /^To revoke it:[\s\S]*?(?=^Commands:|^Where:)/m.exec(text) ?? []
  const lines = [...prose.split('\n'), ...text.split('\n').filter(line => !/^(?: |Why:|Where:)/.test(line))]
  expect(lines.filter(line => line.length > 80)).toEqual([])
})

test('a text: what is found, what is dropped and by whom, what does not match', async () => {
  const found = await explained(process.cwd(), '--text', `const key = '${KEY}'`)
  expect(found).toMatch(/^anthropic-\S+: anchor "sk-ant-\S*" at 1:14, its pattern matches \S*… ?\S* at 1:14/m)
  expect(found).toMatch(/→ a finding of high confidence/)
  const dropped = await explained(process.cwd(), '--text', 'password = "changeme123"')
  expect(dropped).toMatch(/says drop: .*\n {2}→ dropped/)
  expect(await explained(process.cwd(), '--text', 'hello')).toBe(
    'no anchor of any rule stands here, so that no pattern was tried\n',
  )
  expect(await explained(process.cwd(), '--text', 'a token here')).toContain('but its pattern does not match there')
})

test('a finding of what is staged, of the history, of a file', async () => {
  const repository = createRepository()
  try {
    const cwd = repository.path
    writeFileSync(join(cwd, 'a.js'), `const key = '${KEY}'\n`)
    repository.git(['add', 'a.js'])
    const { findings } = await reportOf(cwd, ['--staged'])
    const print = findings[0]!.fingerprint
    for (const where of [[], ['--staged'], ['a.js']]) {
      const text = await explained(cwd, print, ...where)
      expect(text).toMatch(/first at a\.js:1:14/)
      expect(text).toMatch(/→ a finding of high confidence/)
    }
    repository.git(['commit', '--quiet', '-m', 'key'])
    expect(await explained(cwd, print.slice(0, 8), '--history')).toMatch(/first at a\.js:1:14 of commit [0-9a-f]{10}/)
    expect(await complaintOf(cwd, ['explain', '0123456789abcdef0123', '--history'])).toMatch(
      /^no rule and no finding 0123456789abcdef0123 .* There are [0-9a-f]{20} \(anthropic-/,
    )
  } finally {
    repository.dispose()
  }
})

test('neither a rule nor a fingerprint', async () => {
  expect(await complaintOf(process.cwd(), ['explain'])).toMatch(/^keyscan explain needs a RULE/)
  expect(await complaintOf(process.cwd(), ['explain', 'github-nope'])).toMatch(
    /is no rule, and no fingerprint\. There are github-/,
  )
  expect(await complaintOf(process.cwd(), ['--text', 'a'])).toMatch(/^--text goes with "keyscan explain" only/)
})
