import { describe, expect, it } from 'vitest'
import { surroundings } from '../../src/judges/surroundings.ts'
import { makeCase } from './make-case.ts'

const SECRET = 'q8Zt2LmX0vRk'
const opinionOf = (text: string, generic = true) => surroundings(makeCase(SECRET, { text, rule: { generic } }))

describe('surroundings', () => {
  it.each([
    `// test vector: "${SECRET}"`,
    `expected = "${SECRET}"`,
    `expect(token).toBe("${SECRET}")`,
    `const dummyToken = "${SECRET}"`,
    `it('logs in', () => login("${SECRET}"))`,
    `token = "${SECRET}" # for example`,
  ])('lowers %j', text => expect(opinionOf(text)?.says).toBe('lower'))

  it.each([
    `// token = "${SECRET}"`,
    `# password: ${SECRET}`,
    `curl -H "token: ${SECRET}" https://api.example.com`,
    `test\ntoken = "${SECRET}"`,
    `latest = "${SECRET}"`,
  ])('says nothing of %j', text => expect(opinionOf(text)).toBeUndefined())

  it.each([`--- PASS: ${SECRET} (0.01s)`, `PASS: tests/${SECRET}`])('drops %j, the result of a test', text =>
    expect(opinionOf(text)?.says).toBe('drop'),
  )

  it.each([`  example:\n    id: 7\n    token: ${SECRET}`, `"examples": {\n  "a": { "token": "${SECRET}" } }`])(
    'doubts %j, an example of an API',
    text => expect(opinionOf(text)?.says).toBe('doubt'),
  )

  it('drops what names another value, and not what is compared or chosen', () => {
    expect(opinionOf(`"secret": "SECRET", "${SECRET}": "SECRET"`)?.says).toBe('drop')
    expect(opinionOf(`if token == "${SECRET}":`)).toBeUndefined()
    expect(opinionOf(`token = isLive ? "${SECRET}" : ""`)).toBeUndefined()
  })

  it('drops the key of the search of a page', () =>
    expect(opinionOf(`docsearch({\n  apiKey: '${SECRET}'`)?.says).toBe('drop'))

  it.each([
    ` * password: ${SECRET}`,
    `/** \`password: '${SECRET}'\`: people do. */`,
    `/// token = "${SECRET}"`,
    `#   hidden_field_tag 'token', '${SECRET}'`,
  ])('lowers the documentation %j of code, nowhere else', text => {
    const of = (path: string) => surroundings(makeCase(SECRET, { text, rule: { generic: true }, path }))?.says
    expect(of('lib/a.rb')).toBe('lower')
    expect(of('config/a.yml')).toBeUndefined()
  })

  it('does not look into the secret, and not at vendor forms', () => {
    expect(surroundings(makeCase('dummy-q8Zt2', { rule: { generic: true } }))).toBeUndefined()
    expect(opinionOf(`expected = "${SECRET}"`, false)).toBeUndefined()
  })
})
