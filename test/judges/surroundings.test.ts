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

  it('doubts what its own name calls fake', () => expect(opinionOf(`const fakePass = '${SECRET}'`)?.says).toBe('doubt'))

  it.each([
    `// token = "${SECRET}"`,
    `# password: ${SECRET}`,
    `curl -H "token: ${SECRET}" https://api.example.com`,
    `test\ntoken = "${SECRET}"`,
    `latest = "${SECRET}"`,
  ])('says nothing of %j', text => expect(opinionOf(text)).toBeUndefined())

  it.each([
    `DEBUG=pw:test,pw:${SECRET}* turbo run`,
    `"url": "https://raw.githubusercontent.com/acme/shop/main/a.md?token=${SECRET}"`,
  ])('drops %j', text => expect(opinionOf(text)?.says).toBe('drop'))

  it('doubts what was refused, in a sentence, and what a field shows', () => {
    const of = (text: string, provider: string, generic: boolean) =>
      surroundings(makeCase(SECRET, { text, rule: { generic, provider } }))?.says
    const refusal = makeCase(SECRET, {
      text: `Invalid API key: ${SECRET}`,
      rule: { generic: true, provider: 'generic-prose' },
    })
    expect(surroundings({ ...refusal, match: { ...refusal.match, matchStart: 8 } })?.says).toBe('doubt')
    expect(of(`The API key: ${SECRET}`, 'generic-prose', true)).toBeUndefined()
    expect(of(`placeholder: 'mongodb://app:${SECRET}@db.acme.dev'`, 'url', false)).toBe('doubt')
    expect(of(`KEY_PLACEHOLDER = \`\n${SECRET}`, 'private-key', false)).toBe('doubt')
    expect(of(`KEY = \`\n${SECRET}`, 'private-key', false)).toBeUndefined()
    expect(of(`address: 'mongodb://app:${SECRET}@db.acme.dev'`, 'url', false)).toBeUndefined()
  })

  it('doubts an invitation, the key of a search, a login of TURN', () => {
    const of = (text: string, secret: string, path?: string) =>
      surroundings(makeCase(secret, { text, rule: { generic: true }, ...(path && { path }) }))?.says
    expect(of(`https://qm.qq.com/cgi-bin/qm/qr?_wv=1027&k=x&authKey=${SECRET}&noverify=0`, SECRET)).toBe('doubt')
    const hex = '0f3a9c27'.repeat(4)
    const search = `const API_KEY = "${hex}"\nconst APP_ID = "QX30ABCDE7"\nconst INDEX_NAME = "docs"`
    expect(of(search, hex, 'site/Search.js')).toBe('doubt')
    expect(of(search, hex, 'config/search.yml')).toBeUndefined()
    const sum = `${'q8Zt2LmX0vRk'.repeat(3).slice(0, 27)}=`
    expect(of(`{ username: "1790000000:@a", password: "${sum}" }`, sum)).toBe('doubt')
    expect(of(`{ username: "alice", password: "${sum}" }`, sum)).toBeUndefined()
  })

  it('doubts what is in an example, or in a block of code of a documentation', () => {
    const of = (text: string, path = 'a.py') =>
      surroundings(makeCase(SECRET, { text, rule: { generic: true }, path }))?.says
    expect(of(`  "example": "https://acme.dev/a?secret=${SECRET}&b=c"`, 'a.json')).toBe('doubt')
    expect(of(`<example cookie="SID">SID=${SECRET}; path=/</example>`, 'a.xml')).toBe('doubt')
    expect(of(`    .. code-block:: python\n\n        x = 1\n        token = "${SECRET}"`)).toBe('doubt')
    expect(of(`    .. code-block:: python\n\n        x = 1\ntoken = "${SECRET}"`)).toBeUndefined()
  })

  it('drops the name of the next value of a map', () =>
    expect(opinionOf(`'A_31' => "Pass",\n'${SECRET}' => "No"`)?.says).toBe('drop'))

  it('doubts what is commented out below a comment that calls it an example', () => {
    expect(opinionOf(`# Secret of the store, an example (do not use it).\n# storeSecret: ${SECRET}`)?.says).toBe(
      'doubt',
    )
    expect(opinionOf(`# Secret of the store.\n# storeSecret: ${SECRET}`)).toBeUndefined()
    expect(opinionOf(`# Secret of the store, an example.\nstoreSecret: ${SECRET}`)).toBeUndefined()
  })

  it('doubts what a form sends back', () => {
    const of = (type: string) =>
      surroundings(
        makeCase(SECRET, {
          text: `<input type="${type}" name="app_token" value="${SECRET}">`,
          rule: { generic: true },
          parts: { name: 'app_token' },
        }),
      )?.says
    expect(of('hidden')).toBe('doubt')
    expect(of('text')).toBeUndefined()
  })

  it('lowers what stands beside a placeholder', () => {
    const readme = { text: `"id": "aurora-xxxxxxxxxxxx",\n"password": "${SECRET}"`, rule: { generic: true } }
    expect(surroundings(makeCase(SECRET, { ...readme, path: 'README.md' }))?.says).toBe('lower')
    expect(surroundings(makeCase(SECRET, { ...readme, path: 'a.json' }))).toBeUndefined()
    expect(opinionOf(`client_secret=${SECRET}\nusername=yourUsername`)?.says).toBe('lower')
    expect(opinionOf(`client_secret=${SECRET}\nusername=youri`)).toBeUndefined()
  })

  it.each([`--- PASS: ${SECRET} (0.01s)`, `PASS: tests/${SECRET}`])('drops %j, the result of a test', text =>
    expect(opinionOf(text)?.says).toBe('drop'),
  )

  it.each([`  example:\n    id: 7\n    token: ${SECRET}`, `"examples": {\n  "a": { "token": "${SECRET}" } }`])(
    'doubts %j, an example of an API',
    text => expect(opinionOf(text)?.says).toBe('doubt'),
  )

  it('lowers the key of a vendor that is the example of a description', () => {
    expect(opinionOf(`    example: "${SECRET}"`, false)?.says).toBe('lower')
    expect(opinionOf(`<!-- Example: <password_hex>${SECRET}</password_hex>`, false)).toBeUndefined()
    expect(opinionOf(`  Example: <password_hex>${SECRET}</password_hex>`, false)?.says).toBe('lower')
    expect(opinionOf(`    value: "${SECRET}"`, false)).toBeUndefined()
  })

  it('doubts a part of an invitation', () =>
    expect(opinionOf(`[join](https://us05web.zoom.us/j/00011122233?pwd=${SECRET})`)?.says).toBe('doubt'))

  it('drops what names another value, and not what is compared or chosen', () => {
    expect(opinionOf(`"secret": "SECRET", "${SECRET}": "SECRET"`)?.says).toBe('drop')
    expect(opinionOf(`if token == "${SECRET}":`)).toBeUndefined()
    expect(opinionOf(`token = isLive ? "${SECRET}" : ""`)).toBeUndefined()
  })

  it('drops what a compiler called pwd, beside owd and qwd', () => {
    const of = (text: string) =>
      surroundings(makeCase('Panel$1', { text, rule: { generic: true }, parts: { name: 'pwd' } }))?.says
    expect(of("owd='Panel',pwd='Panel$1',rwd='Box'")).toBe('drop')
    expect(of("mdd='x',Pwd='Panel$1',Qwd='Box'")).toBe('drop')
    expect(of("usr='me',pwd='Panel$1',host='db'")).toBeUndefined()
  })

  it('drops a token that is signed together with a time', () => {
    const of = (text: string) =>
      surroundings(makeCase(SECRET, { text, rule: { generic: true }, parts: { name: 'token' } }))
    expect(of(`timestamp: 1539112500,\ntoken: "${SECRET}",\nsignature: "${'0f'.repeat(20)}"`)?.says).toBe('drop')
    expect(of(`timestamp = "no number"\ntoken = "${SECRET}"\nsignature = OpenSSL::HMAC.hexdigest(k)`)?.says).toBe(
      'drop',
    )
    expect(of(`timestamp: now(),\ntoken: "${SECRET}",\nsignature: sign()`)).toBeUndefined()
  })

  it('drops what sed puts in, and no value that is like it', () => {
    const of = (secret: string, text: string) => surroundings(makeCase(secret, { text, rule: { generic: true } }))?.says
    expect(of('yes%LOOKUP_PASSWD=2%', "sed 's%# LOOKUP_PASSWD=yes%LOOKUP_PASSWD=2%' Makefile")).toBe('drop')
    expect(of('kX9%mQ2z', "sed 's/x/y/'; password=kX9%mQ2z")).toBeUndefined()
  })

  it('lowers the comments of vendored code', () => {
    const of = (path: string) =>
      surroundings(makeCase(SECRET, { text: `//   "token": "${SECRET}",`, rule: { generic: true }, path }))?.says
    expect(of('vendor/github.com/a/b/c.go')).toBe('lower')
    expect(of('pkg/c.go')).toBeUndefined()
  })

  it('lowers an address in documentation of code, if a person made its password up', () => {
    const of = (secret: string) =>
      surroundings(makeCase(secret, { text: `/// smb://me:${secret}@h/c`, rule: { provider: 'url' }, path: 'a.cs' }))
        ?.says
    expect(of('sunflower')).toBe('lower')
    expect(of('kX9mQ2zT7wLp4vR8')).toBeUndefined()
  })

  it('drops the token of a download, which whoever has the address may load', () =>
    expect(opinionOf(`https://storage.corp.net/o/a.png?alt=media&token=${SECRET}`)?.says).toBe('drop'))

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
