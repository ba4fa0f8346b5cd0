import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sealed } from '../../src/judges/sealed.ts'
import { makeCase } from './make-case.ts'
import { ALPHABETS, createRandom, randomText } from './random-text.ts'

const random = createRandom(11)
const made = (length: number) => randomText(random, ALPHABETS.alnum, length)
const opinionOf = (value: string) => sealed(makeCase(value, { rule: { generic: true }, parts: { name: 'password' } }))

describe('sealed', () => {
  it.each([
    `$2y$10$${made(53)}`,
    `$argon2id$v=19$m=65536,t=3,p=4$${made(22)}$${made(43)}`,
    `$6$${made(8)}$${made(86)}`,
    `$apr1$${made(8)}$${made(22)}`,
    `pbkdf2_sha256$600000$${made(12)}$${made(43)}=`,
    `scrypt:32768:8:1$${made(16)}$${made(64)}`,
    `{SSHA}${made(32)}`,
    `$shiro1$SHA-512$1024$${made(22)}==$${made(86)}==`,
  ])('doubts a hash: %s', value => expect(opinionOf(value)).toMatchObject({ says: 'doubt', verdict: { hashed: true } }))

  it('doubts what is called a hash, and what a test makes of a password', () => {
    const hex = randomText(random, ALPHABETS.hex, 64)
    const of = (value: string, name: string, path?: string) =>
      sealed(
        makeCase(value, { rule: { id: 'generic-argument', generic: true }, parts: { name }, ...(path && { path }) }),
      )?.says
    expect(of(hex, 'encodedPassword')).toBe('doubt')
    expect(of(made(20), 'encodedPassword')).toBeUndefined()
    expect(of(hex, 'apiSecret')).toBeUndefined()
    expect(of(hex, 'adminPassword', 'test/app.yaml')).toBeUndefined()
    expect(of(hex, 'password', 'test/HashTest.java')).toBe('doubt')
    expect(of(hex, 'password', 'src/Login.java')).toBeUndefined()
  })

  it.each([
    `ENC(${made(32)}=)`,
    `ENC[AES256_GCM,data:${made(12)}]`,
    `{cipher}${made(64)}`,
    `{AQAAABAAAA${made(40)}=}`,
    `\\u003cenc-v1\\u003e${made(40)}`,
    `${Buffer.from('Salted__q8Zt2LmX0vRkW4nB').toString('base64')}`,
    `AQICAHh${made(80)}`,
  ])('doubts what is encrypted: %s', value =>
    expect(opinionOf(value)).toMatchObject({ says: 'doubt', verdict: { encrypted: true } }),
  )

  it('drops what Django keeps of a user without a password', () => expect(opinionOf(`!${made(40)}`)?.says).toBe('drop'))

  it('doubts the hash of a word that everybody tries, and what codecov.yml keeps encrypted', () => {
    const hash = createHash('md5').update('changeme').digest('hex')
    expect(opinionOf(hash)?.says).toBe('doubt')
    expect(opinionOf(createHash('md5').update(made(12)).digest('hex'))).toBeUndefined()
    const of = (path: string) => sealed(makeCase(made(128), { rule: { generic: true }, path }))?.says
    expect(of('.codecov.yml')).toBe('doubt')
    expect(of('ci.yml')).toBeUndefined()
  })

  it('doubts what SOPS writes of itself into a .env', () => {
    const of = (name: string) => sealed(makeCase(made(40), { rule: { kind: 'dotenv' }, parts: { name } }))?.says
    expect(of('sops_pgp__list_0__map_fp')).toBe('doubt')
    expect(of('DB_PASSWORD')).toBeUndefined()
  })

  it('doubts what its name calls hashed', () => {
    const of = (value: string) => sealed(makeCase(value, { rule: { generic: true }, parts: { name: 'hashedToken' } }))
    expect(of(made(32))?.says).toBe('doubt')
    expect(of('walnut84')).toBeUndefined()
  })

  it('doubts a hash beside its salt', () => {
    const [hash, salt] = [`${made(86)}==`, `${made(86)}==`]
    const text = `{ "password": "${hash}", "salt": "${salt}", "iterations": 101 }`
    for (const value of [hash, salt]) {
      expect(sealed(makeCase(value, { rule: { generic: true }, text }))?.says).toBe('doubt')
    }
    expect(sealed(makeCase(hash, { rule: { generic: true } }))).toBeUndefined()
  })

  it('doubts what is kept under a passphrase', () =>
    expect(sealed(makeCase(made(40), { rule: { generic: true }, path: 'src/aspirate-state.json' }))?.says).toBe(
      'doubt',
    ))
  it('doubts a digest beside its salt', () => {
    const digest = randomText(random, ALPHABETS.hex, 40)
    const of = (text: string) =>
      sealed(makeCase(digest, { text, rule: { generic: true }, parts: { name: 'password' } }))
    expect(of(`password="${digest}" salt="x"`)).toMatchObject({ says: 'doubt' })
    expect(of(`password="${digest}"`)).toBeUndefined()
  })

  it.each([made(32), `$${made(12)}`, `*${made(12)}!`])('says nothing of a password: %s', value =>
    expect(opinionOf(value)).toBeUndefined(),
  )
})
