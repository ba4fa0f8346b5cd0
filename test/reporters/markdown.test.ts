import { expect, test } from 'vitest'
import { markdown } from '../../src/reporters/markdown.ts'
import { findingWith, OPTIONS, placeWith, reportWith } from './report.ts'

test('a table of findings and the steps', () => {
  expect(markdown(reportWith([findingWith()]), OPTIONS)).toBe(`**1 leak found** in 3 staged files (12 kB), 48 ms

| | what | where | state |
| --- | --- | --- | --- |
| **critical** | Example API key \`sk-proj-…k1L2\` | \`src/config.ts:12:18\` | staged, in no commit yet |

### What to do now

1. Take it out:

   \`\`\`sh
   git restore --staged -- src/config.ts
   \`\`\`

2. Put the look-up in place of the value:

   \`\`\`
   src/config.ts:12: process.env.KEY
   \`\`\`

3. Example API key: Revoke it. Delete it under Keys. <https://example.invalid/keys>
`)
})

test('no name becomes a cell, a tag, a link or a call', () => {
  const title = '|<img src=x>[a](b)`@everyone'
  const path = 'a`|``b.ts'
  const text = markdown(reportWith([findingWith({ title, places: [placeWith({ path })] })]), OPTIONS)
  expect(text).toContain('\\|&lt;img src=x&gt;\\[a\\]\\(b\\)\\`@\u2060everyone')
  expect(text).toContain('``` a`\\|``b.ts:12:18 ```')
})

test('nothing found, and what was not scanned', () => {
  const text = markdown(reportWith([], { notScanned: [{ what: '<b>', why: 'x' }] }), OPTIONS)
  expect(text).toContain('The scan is not complete')
  expect(text).toContain('&lt;b&gt;: x')
})
