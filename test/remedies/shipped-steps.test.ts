import { expect, it } from 'vitest'
import { remediesFor } from '../../src/remedies/remedies-for.ts'
import type { Shipment } from '../../src/remedies/remedy-input.ts'
import { ruleWith } from './rule.ts'

const textsOf = (shipment: Shipment) =>
  remediesFor({
    rule: ruleWith(),
    places: [{ path: '.env', line: 1, column: 1, endLine: 1, endColumn: 2 }],
    state: 'index',
    mode: 'staged',
    shipments: [shipment],
  }).map(({ text, commands = [] }) => [text, ...commands].join('\n'))

it('tells of the line that copies a .env into an image', () => {
  const file = { file: 'Dockerfile', line: 3, path: '.env', ignoreFile: '.dockerignore' }
  expect(textsOf({ by: 'copy', ...file }).join('\n')).toMatch(/Dockerfile:3 copies \.env.*--env-file/)
  expect(textsOf({ by: 'context', ...file }).join('\n')).toContain("printf '\\n%s\\n' /.env >> .dockerignore")
})

it('tells that npm packs it', () => {
  const shipment = { by: 'package', file: 'package.json', path: '.env', ignoreFile: '.npmignore' } as const
  expect(textsOf(shipment).join('\n')).toMatch(/package\.json.*>> \.npmignore\nnpm pack --dry-run/s)
})

it('tells of the list of a package that names it: an .npmignore would not override that', () => {
  const texts = textsOf({ by: 'files', file: 'package.json', line: 3, path: '.env', ignoreFile: '.npmignore' }).join(
    '\n',
  )
  expect(texts).toMatch(/package\.json:3 takes this file along/)
  expect(texts).not.toContain('.npmignore')
})
