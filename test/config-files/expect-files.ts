import { expect, test } from 'vitest'
import { fillIn } from './fill-in.ts'
import { scanFile } from './scan-file.ts'

/** Its path and text, secrets as `⟦kind⟧`. */
export type ConfigFile = readonly [path: string, text: string]

const SEEDS = [1, 2, 3]

/** Every secret of these files is found, and nothing else. */
export function expectFound(files: readonly ConfigFile[]): void {
  test.each(files)('%s', (path, template) => {
    for (const seed of SEEDS) {
      const { text, secrets } = fillIn(template, seed)
      const found = scanFile(path, text).map(({ secret }) => secret)
      expect([...new Set(found)].sort(), text).toEqual([...new Set(secrets)].sort())
    }
  })
}

/** In these nothing is found: look-ups, placeholders, what is encrypted, what is no secret. */
export function expectQuiet(files: readonly ConfigFile[]): void {
  test.each(files)('nothing in %s', (path, template) => {
    for (const seed of SEEDS) expect(scanFile(path, fillIn(template, seed).text)).toEqual([])
  })
}
