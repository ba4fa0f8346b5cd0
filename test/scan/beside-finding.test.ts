import { expect, test } from 'vitest'
import { makeLeak } from '../../fixtures/leaks/make-leak.ts'
import { scan } from '../../src/scan.ts'

const OTHER = ['K7vN2qXw', 'R9tB4mZc', 'J6pL3sHd', 'G8fY5aQe'].join('')

async function excerptOf(name: string, text: string): Promise<string> {
  const { findings } = await scan({ mode: 'stdin', directory: '.', withoutConfig: true, name, text: Buffer.from(text) })
  return findings[0]!.places[0]!.excerpt!.text
}

test('what a rule for files of another name takes for a key does not show beside a finding', async () => {
  const text = `[api]\nkey=${OTHER}   token = "${makeLeak(1)}"\n`
  expect(await excerptOf('settings.json', text)).not.toContain(OTHER.slice(4, 16))
})

test('words beside a finding show', async () => {
  const text = `password = readPassword(vault)   token = "${makeLeak(1)}"\n`
  expect(await excerptOf('settings.js', text)).toContain('password = readPassword(vault)   token = "')
})
