import { expect, test } from 'vitest'
import { bakedIn } from '../../../src/scan/shipped/baked-in.ts'

const lineOf = (lines: readonly string[], path = '.env', target?: string) =>
  bakedIn(lines.join('\n'), path, target)?.line

test.each<[string, readonly string[], number | undefined]>([
  ['by its name', ['FROM x', 'COPY .env ./'], 2],
  ['in lower case', ['from x', 'copy .env /app/.env'], 2],
  ['by a pattern, among others', ['FROM x', 'COPY --chown=a package.json .env* ./'], 2],
  ['as JSON', ['FROM x', 'ADD ["a b", ".env", "/app/"]'], 2],
  ['with the whole folder', ['FROM x', 'WORKDIR /app', 'COPY . .'], 3],
  ['over several lines', ['FROM x', 'COPY package.json \\', '  # comment', '  .env \\', '  /app/'], 2],
  ['another file only', ['FROM x', 'COPY src .'], undefined],
  ['a comment', ['FROM x', '# COPY .env .'], undefined],
  ['left out by name', ['FROM x', 'COPY --exclude=.env* . .'], undefined],
  ['an address', ['FROM x', 'ADD https://example.com/.env /'], undefined],
  ['a text that stands here', ['FROM x', 'COPY <<EOF /app/.env', 'COPY . .', 'EOF'], undefined],
  ['a script that stands here', ['FROM x', 'RUN <<EOF', 'COPY . .', 'EOF', 'COPY .env /'], 5],
  ['mounted while it is built', ['FROM x', 'RUN --mount=type=bind,source=.env,target=/e cat /e'], undefined],
])('%s', (_, lines, line) => expect(lineOf(lines)).toBe(line))

const build = ['FROM node AS build', 'WORKDIR /app', 'COPY . .', 'RUN npm run build', 'FROM nginx']

test('of an earlier stage only what the last one takes', () => {
  expect(lineOf([...build, 'COPY --from=build /app/dist /www'])).toBeUndefined()
  expect(lineOf([...build, 'COPY --from=build /app /app'])).toBe(3)
  expect(lineOf([...build, 'COPY --from=0 /app/.env /'])).toBe(3)
  expect(lineOf([...build, 'COPY --from=other /app /app'])).toBeUndefined()
  expect(lineOf(['FROM x AS base', 'COPY . /srv', 'FROM base', 'RUN true'])).toBe(2)
})

test('of the stage that is asked for', () => {
  expect(lineOf([...build, 'COPY --from=build /app/dist /www'], '.env', 'build')).toBe(3)
  expect(lineOf([...build, 'COPY . .'], '.env', 'build')).toBe(3)
})

test('where a file lands depends on what is copied', () => {
  const through = (first: string, second: string) => lineOf(['FROM x AS a', first, 'FROM y', second], 'config/.env')
  expect(through('COPY config /etc/app', 'COPY --from=a /etc/app/.env /')).toBe(2)
  expect(through('COPY config/.env /etc/app.env', 'COPY --from=a /etc/app.env /')).toBe(2)
  expect(through('COPY config/.env /etc/', 'COPY --from=a /etc/.env /')).toBe(2)
  expect(through('COPY . /srv', 'COPY --from=a /srv/config /c')).toBe(2)
  expect(through('COPY . /srv', 'COPY --from=a /srv/public /c')).toBeUndefined()
})
