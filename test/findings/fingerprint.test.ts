import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fingerprint } from '../../src/findings/fingerprint.ts'

const PEM = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')
const END = ['-----END', 'PRIVATE KEY-----'].join(' ')
const LINES = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 'BKcwggSjAgEAAoIBAQC7']

test('the same for the same, another for another, and no plain hash of it', () => {
  expect(fingerprint('secret', 'a')).toMatch(/^[0-9a-f]{20}$/)
  expect(fingerprint('secret', 'a')).toBe(fingerprint('secret', 'a'))
  expect(fingerprint('secret', 'a')).not.toBe(fingerprint('secret', 'b'))
  expect(fingerprint('file', 'a')).not.toBe(fingerprint('secret', 'a'))
  for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
    expect(createHash(algorithm).update('a').digest('hex')).not.toContain(fingerprint('secret', 'a'))
  }
})

test('stays what it is: accepted findings are listed by it', () => {
  expect(fingerprint('secret', 'an example')).toMatchInlineSnapshot(`"1f10fb563671d965c93d"`)
  expect(fingerprint('file', 'dotenv-file\0.env')).toMatchInlineSnapshot(`"80f7790b4fac6a6de15c"`)
})

test('a key block is the same however it is indented, quoted or escaped', () => {
  const plain = fingerprint('secret', [PEM, ...LINES, END].join('\n'))
  const forms = [
    [PEM, ...LINES, END].join('\r\n'),
    [PEM, ...LINES, END].map(line => `    ${line}`).join('\n'),
    [PEM, ...LINES, END].join('\\n'),
    [PEM, ...LINES, END].map(line => `"${line}\\n"`).join(' +\n  '),
  ]
  for (const form of forms) expect(fingerprint('secret', form)).toBe(plain)
  expect(fingerprint('secret', [PEM, LINES[0], END].join('\n'))).not.toBe(plain)
})

test('white space of other secrets counts', () => {
  expect(fingerprint('secret', 'a b')).not.toBe(fingerprint('secret', 'ab'))
})
