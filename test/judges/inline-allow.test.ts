import { describe, expect, it } from 'vitest'
import { inlineAllow } from '../../src/judges/inline-allow.ts'
import { makeCase } from './make-case.ts'

const SECRET = 'q8Zt2LmX0vRk'
const why = (text: string) => inlineAllow(makeCase(SECRET, { text }))?.why

describe('inline allow', () => {
  it.each([
    [`k = "${SECRET}" // keyscan:allow key of the sandbox`, 'key of the sandbox'],
    [`k = "${SECRET}" # keyscan:allow: public by design`, 'public by design'],
    [`<a k="${SECRET}"/> <!-- keyscan:allow shown to all -->`, 'shown to all'],
    [`k: "${SECRET}" /* keyscan:allow fixture */`, 'fixture'],
    [`// keyscan:allow fixture of the parser\nk = "${SECRET}"`, 'fixture of the parser'],
    [`a\r\n# keyscan:allow windows line\r\nk = "${SECRET}"\r\nb`, 'windows line'],
    [`k = "${SECRET}" # keyscan:allow`, ''],
    [`k = "${SECRET}" # gitleaks:allow`, 'gitleaks:allow'],
    [`k = "${SECRET}" # pragma: allowlist secret`, 'pragma: allowlist secret'],
    [`# pragma: allowlist nextline secret\nk = "${SECRET}"`, 'pragma: allowlist nextline secret'],
    [`k = "${SECRET}" // secretlint-disable-line`, 'secretlint-disable-line'],
    [`// secretlint-disable-next-line\nk = "${SECRET}"`, 'secretlint-disable-next-line'],
  ])('allows %j', (text, reason) => {
    const opinion = inlineAllow(makeCase(SECRET, { text }))
    expect(opinion).toEqual({ says: 'drop', verdict: { allowed: true }, why: reason })
  })

  it.each([
    `k = "${SECRET}"\n// keyscan:allow the line below does not count`,
    `// keyscan:allow two lines above\n\nk = "${SECRET}"`,
    `// gitleaks:allow\nk = "${SECRET}"`,
    `// secretlint-disable-line\nk = "${SECRET}"`,
    `k = "${SECRET}" // secretlint-disable-next-line`,
    `k = "${SECRET}" # nosec`,
    `k = "${SECRET}" # allow this`,
    `k = "${SECRET}"`,
  ])('does not allow %j', text => {
    expect(why(text)).toBeUndefined()
  })

  it('does not let a value allow itself', () => {
    const secret = 'q8Zt2-keyscan:allow-LmX0vRk'
    expect(inlineAllow(makeCase(secret, { text: `k = "${secret}"` }))).toBeUndefined()
  })

  it('looks at both ends of a secret of several lines', () => {
    const secret = '-----BEGIN X-----\nabc\n-----END X-----'
    expect(inlineAllow(makeCase(secret, { text: `k = "${secret}" // keyscan:allow end` }))?.why).toBe('end')
    expect(inlineAllow(makeCase(secret, { text: `// keyscan:allow above\nk = "${secret}"` }))?.why).toBe('above')
  })
})
