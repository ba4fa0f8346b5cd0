import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDetector } from '../../../src/detect/create-detector.ts'
import { fingerprint } from '../../../src/findings/fingerprint.ts'
import { loadRules } from '../../../src/ruleset/load.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { createExaminer } from '../../../src/scan/examine.ts'
import { createPathRules } from '../../../src/scan/path-rules.ts'
import { fingerprintOf } from '../../../src/scan/seen.ts'
import { tarOf, zipOf } from './encoded.ts'

const examiner = createExaminer(createDetector(loadRules()), await createPathRules(loadRules()), () => [])
await examiner.loadDecoder()

const SECRETS = [
  '{sum:github:ghp_}',
  'AKIA{base32:16}',
  'npm_{alnum:36}',
  'xoxb-{digits:12}-{digits:12}-{alnum:24}',
  'glpat-{alnum:20}',
]

type Layer = (inner: Buffer) => Buffer

const CONTAINERS: Readonly<Record<string, Layer>> = {
  gzip: inner => gzipSync(inner),
  zip: inner => zipOf({ 'a/b': inner }),
  tar: inner => tarOf({ 'a/b': inner }),
}
/** A text round the secret; at most two of them, containers between and round them. */
const TEXTS: Readonly<Record<string, Layer>> = {
  base64: inner => Buffer.from(`x: ${inner.toString('base64')}\n`),
  base64url: inner => Buffer.from(`x: ${inner.toString('base64url')} `),
  plain: inner => Buffer.from(`\nk = "${inner.toString('latin1')}"\n`, 'latin1'),
  hex: inner => Buffer.from(`x: ${inner.toString('hex')}\n`),
  utf16: inner => Buffer.from(`\ufeffx\r\n${inner.toString('latin1')}\r\n`, 'utf16le'),
}

const container = fc.constantFrom(...Object.keys(CONTAINERS))
const chain = fc.tuple(fc.constantFrom(...Object.keys(TEXTS)), fc.array(container, { maxLength: 3 }))

test('a key is found through any chain of encodings, under the fingerprint of the plain one', () => {
  const secret = fc.tuple(fc.constantFrom(...SECRETS), fc.nat(1_000_000))
  fc.assert(
    fc.property(secret, chain, ([template, seed], [text, containers]) => {
      const value = expandSample(template, seed)
      const bytes = containers.reduce((inner, name) => CONTAINERS[name]!(inner), TEXTS[text]!(Buffer.from(value)))
      const prints = examiner.examine({ bytes }, 'a.bin').sightings.map(({ match }) => fingerprintOf(match))
      expect(prints).toContain(fingerprint('secret', value))
      expect(examiner.candidatesIn({ bytes }).found.map(fingerprintOf)).toContain(fingerprint('secret', value))
    }),
    { numRuns: 300 },
  )
})

test('bytes that begin like an archive never throw, and never take long', () => {
  const magic = fc.constantFrom(
    'PK\x03\x04',
    'PK\x05\x06',
    '\x1f\x8b\x08\x00',
    '\x1f\x8b\x08\x08',
    `${'x'.repeat(257)}ustar\x00`,
    'H4sIA',
    'UEsDB',
    'kind: Secret\ndata:\n  a: ',
    '\xff\xfea\x00',
  )
  const piece = fc.oneof(
    magic.map(text => Buffer.from(text, 'latin1')),
    fc.uint8Array({ maxLength: 80 }).map(Buffer.from),
  )
  fc.assert(
    fc.property(magic, fc.array(piece, { maxLength: 12 }), (first, pieces) => {
      const bytes = Buffer.concat([Buffer.from(first, 'latin1'), ...pieces])
      examiner.examine({ bytes }, 'a.zip')
      examiner.candidatesIn({ bytes })
    }),
    { numRuns: 2000 },
  )
})

test('an archive with a byte changed or cut off anywhere never throws', () => {
  const whole = [
    zipOf({ 'a.txt': 'one', 'b/c.txt': 'x'.repeat(300) }),
    tarOf({ 'a.txt': 'one', b: 'two' }),
    gzipSync('text'),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.nat(), fc.nat(255), fc.boolean(), (archive, at, value, cut) => {
      const bytes = cut ? archive.subarray(0, at % archive.length) : Buffer.from(archive)
      if (!cut) bytes[at % bytes.length] = value
      examiner.examine({ bytes }, 'a.zip')
    }),
    { numRuns: 3000 },
  )
})
