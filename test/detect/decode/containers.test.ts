import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { LEAK_RULE, makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { scan } from '../../../src/scan.ts'
import { tarOf, zipOf } from './encoded.ts'
import { foundIn } from './found-in.ts'

const leak = makeLeak()
const password = expandSample('{alnum:20}', 7)
const b64 = (text: string): string => Buffer.from(text).toString('base64')

test('a file of a jar: its path, and its own line and column', async () => {
  const jar = zipOf({ 'a.txt': 'nothing', 'x/app.properties': `# one\n# two\ntoken=${leak}\n` })
  expect(await foundIn(jar, 'a.jar')).toEqual([`${LEAK_RULE} x/app.properties:3:7 zip`])
})

test('the text of a document', async () => {
  const docx = zipOf({ 'word/document.xml': `<w:p><w:r><w:t>key ${leak}</w:t></w:r></w:p>` })
  expect(await foundIn(docx, 'a.docx')).toEqual([`${LEAK_RULE} word/document.xml:1:20 zip`])
})

test('an archive in an archive in gzip', async () => {
  const content = gzipSync(tarOf({ 'lib/a.jar': zipOf({ 'x.txt': leak }) }))
  expect(await foundIn(content, 'a.tgz')).toEqual([`${LEAK_RULE} a.tar!lib/a.jar!x.txt:1:1 gzip tar zip`])
})

test('base64 in a file of an archive: the encoded text in that file', async () => {
  expect(await foundIn(zipOf({ 'x.yaml': `a: 1\nb: ${b64(leak)}\n` }))).toEqual([`${LEAK_RULE} x.yaml:2:4 zip base64`])
})

test('gzip in base64 in a text: the encoded text', async () => {
  expect(await foundIn(`a\n b: ${gzipSync(leak).toString('base64')}\n`)).toEqual([`${LEAK_RULE} 2:5 base64 gzip`])
})

test('a .env in an archive is read as one', async () => {
  const [found] = await foundIn(zipOf({ 'app/.env': `DB_PASSWORD=${password}\n` }))
  expect(found).toMatch(/ app\/\.env:1:13 zip$/)
})

test('a file of an archive is judged by where the archive stands, too', async () => {
  const text = zipOf({ 'README.md': `token = "${expandSample('{alnum:32}', 9)}"\n` })
  const of = async (name: string) =>
    (await scan({ mode: 'stdin', directory: '.', name, text, withoutConfig: true, minConfidence: 'low' })).findings.map(
      one => one.confidence,
    )
  expect(await of('a.zip')).toEqual(['medium'])
  expect(await of('node_modules/a.zip')).toEqual(['low'])
})

test('an encrypted file is not scanned, and that is said', async () => {
  expect(await foundIn(zipOf({ 'a.txt': leak }, { encrypted: true }), 'a.zip')).toEqual(['a.zip!a.txt: encrypted'])
})

test('an archive without its directory is read by the headers of its files', async () => {
  const whole = zipOf({ 'a.txt': `x ${leak}`, 'b.txt': 'y' })
  expect(await foundIn(whole.subarray(0, whole.indexOf('PK\x01\x02')))).toEqual([`${LEAK_RULE} a.txt:1:3 zip`])
})

test('a program before an archive changes nothing', async () => {
  const content = Buffer.concat([Buffer.from('#!/bin/sh\nexec java -jar "$0"\n'), zipOf({ 'a.txt': leak })])
  expect(await foundIn(content)).toEqual([`${LEAK_RULE} a.txt:1:1 zip`])
})

test('a bomb meets its bound', async () => {
  const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024))
  expect(await foundIn(bomb, 'zeros.gz')).toEqual(['zeros.gz!zeros: more than 200 times as large when unpacked'])
})

test('what is nested too deep is said', async () => {
  let content: Buffer = Buffer.from(leak)
  for (let layer = 0; layer < 6; layer++) content = zipOf({ [`${layer}.zip`]: content })
  expect(await foundIn(content, 'a.zip')).toEqual(['a.zip!5.zip!4.zip!3.zip!2.zip: more than 4 layers deep'])
})

test('a damaged archive is said; base64 that was cut off in a text is not', async () => {
  const cut = gzipSync(Buffer.from('a text that is long enough to be cut off somewhere')).subarray(0, 30)
  expect(await foundIn(cut, 'a.gz')).toEqual(['a.gz!a: damaged: what it holds cannot be unpacked'])
  expect(await foundIn(`see ${cut.toString('base64')}…\n`)).toEqual([])
})
