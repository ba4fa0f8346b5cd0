import { expect, test } from 'vitest'
import { LEAK_RULE, makeLeak } from '../../../fixtures/leaks/make-leak.ts'
import { fingerprint } from '../../../src/findings/fingerprint.ts'
import { expandSample } from '../../../src/ruleset/samples.ts'
import { scan } from '../../../src/scan.ts'
import { foundIn } from './found-in.ts'

const leak = makeLeak()
const password = expandSample('{alnum:20}', 7)
const b64 = (text: string): string => Buffer.from(text).toString('base64')

test('a Kubernetes Secret: values under names of secrets, and vendors keys under any', async () => {
  const secret = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ndata:\n  db-password: ${b64(password)}\n  x: ${b64(leak)}\n  host: ${b64('db.internal')}\n`
  expect(await foundIn(secret, 'secret.yaml')).toEqual([
    `${LEAK_RULE} 7:6 base64`,
    expect.stringMatching(/^generic-\S+ 6:16 base64$/),
  ])
})

test('a Kubernetes Secret in JSON', async () => {
  const secret = JSON.stringify({ kind: 'Secret', data: { password: b64(password) } })
  expect(await foundIn(secret, 'secret.json')).toEqual([expect.stringMatching(/^generic-\S+ 1:38 base64$/)])
})

test('a settings file in a Kubernetes Secret', async () => {
  const settings = `user: app\npassword: "${password}"\n`
  const secret = `kind: Secret\ndata:\n  app.yaml: |\n    ${b64(settings)}\n`
  expect(await foundIn(secret, 'secret.yaml')).toEqual([expect.stringMatching(/^generic-\S+ 4:\d+ base64$/)])
})

test('a placeholder in a Kubernetes Secret is none', async () => {
  expect(await foundIn(`kind: Secret\ndata:\n  password: ${b64('changeme')}\n`, 'secret.yaml')).toEqual([])
})

test('a ConfigMap is no Secret', async () => {
  expect(await foundIn(`kind: ConfigMap\ndata:\n  note: ${b64('a plain text, long enough')}\n`, 'c.yaml')).toEqual([])
})

test('the cell of a notebook', async () => {
  const cell = { cell_type: 'code', source: ['import os\n', `password = "${password}"\n`] }
  const notebook = JSON.stringify({ cells: [cell], nbformat: 4 }, undefined, 1)
  const line = notebook.split('\n').findIndex(one => one.includes('password'))
  const column = notebook.split('\n')[line]!.indexOf(password) + 1
  expect(await foundIn(notebook, 'a.ipynb')).toEqual([`generic-quoted ${line + 1}:${column} json`])
})

test('the history of a database client with libedit', async () => {
  const history = `_HiStOrY_V2_\nselect\\0401;\nALTER\\040USER\\040app\\040WITH\\040PASSWORD\\040'${password}';\n`
  expect(await foundIn(history, 'home/psql.history')).toEqual([expect.stringMatching(/^generic-sql-\S+ 3:\d+ octal$/)])
})

test('a JSON text in a JSON text', async () => {
  const text = JSON.stringify({ config: JSON.stringify({ user: 'app', password }) })
  expect(await foundIn(text, 'a.json')).toEqual([expect.stringMatching(/^generic-\S+ 1:\d+ json$/)])
})

test('the login of a registry: the token in it is told, once', async () => {
  const token = expandSample('dckr_pat_{alnum:27}', 3)
  const text = `{"auths": {"https://index.docker.io/v1/": {"auth": "${b64(`me:${token}`)}"}}}\n`
  const found = await foundIn(text, 'config.json')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^dockerhub-access-token 1:\d+ base64$/)
})

test('plain and encoded copies are one finding', async () => {
  const text = Buffer.from(`a: ${leak}\nb: ${b64(leak)}\n`)
  const report = await scan({ mode: 'stdin', directory: '.', text, withoutConfig: true })
  expect(report.findings.map(one => one.fingerprint)).toEqual([fingerprint('secret', leak)])
  expect(report.findings[0]!.places.map(({ line, encoding }) => [line, encoding])).toEqual([
    [1, undefined],
    [2, ['base64']],
  ])
})

test('a comment allows what is encoded beside it', async () => {
  expect(await foundIn(`b: ${b64(leak)} # keyscan:allow of the sandbox\n`)).toEqual([])
})

test('the encoded form does not show either', async () => {
  for (const text of [`b: ${b64(leak)}\n`, `b: ${b64(b64(leak))}\n`, `b: ${Buffer.from(leak).toString('hex')}\n`]) {
    const report = await scan({ mode: 'stdin', directory: '.', text: Buffer.from(text), withoutConfig: true })
    const shown = JSON.stringify(report)
    for (let at = 3; at + 12 < text.length; at++) expect(shown).not.toContain(text.slice(at, at + 12).trim())
  }
})

test('a password in an address, percent-encoded in another', async () => {
  const address = `postgres://app:${password}@db.internal:5432/main`
  expect(await foundIn(`next=${encodeURIComponent(address)}&x=1\n`)).toEqual([
    expect.stringMatching(/^url-database 1:\d+ percent$/),
  ])
})

test('images, hashes, certificates and maps give nothing', async () => {
  const noise = Buffer.from(Array.from({ length: 60_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 251))
  const text = [
    `background: url(data:image/png;base64,${noise.toString('base64')})`,
    `integrity="sha512-${noise.subarray(0, 64).toString('base64')}"`,
    `-----BEGIN CERTIFICATE-----\n${noise.subarray(0, 900).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----`,
    `//# sourceMappingURL=data:application/json;base64,${b64('{"version":3,"sources":["https://example.com/a.js"]}')}`,
    noise.toString('hex'),
  ].join('\n')
  expect(await foundIn(text, 'a.css')).toEqual([])
})

test('a key with a short beginning in two pieces, and names that begin alike', async () => {
  const key = expandSample('hf_{lower:17}{upper:17}', 5)
  const text = `const key = "${key.slice(0, 20)}" +\n  "${key.slice(20)}"\nconst name = "hf_" + kind\n`
  expect(await foundIn(text, 'a.js')).toEqual([expect.stringMatching(/^huggingface-\S+ 1:14 split$/)])
})
