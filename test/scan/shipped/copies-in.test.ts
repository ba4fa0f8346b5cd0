import { expect, it } from 'vitest'
import { copiesIn } from '../../../src/scan/shipped/copies-in.ts'

it('reads every form of COPY and ADD, and nothing that comes from another stage', () => {
  const text = [
    'FROM node:24 AS build',
    'COPY --chown=app package.json .env* ./',
    'copy . .',
    'ADD ["a b.env", "/app/"]',
    'COPY --from=build /app/.env /app/',
    '# COPY .env .',
    'COPY package.json \\',
    '  .env \\',
    '  /app/',
  ].join('\n')
  expect(copiesIn(text)).toEqual([
    { line: 2, sources: ['package.json', '.env*'] },
    { line: 3, sources: ['.'] },
    { line: 4, sources: ['a b.env'] },
    { line: 7, sources: ['package.json', '.env'] },
  ])
})
