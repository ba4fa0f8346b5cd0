import { describe, expect, it } from 'vitest'
import { composition } from '../../src/judges/composition.ts'
import { makeCase } from './make-case.ts'

const saysOf = (text: string, value: string, path: string) =>
  composition(makeCase(value, { text, path, rule: { generic: true }, parts: { name: 'dbPassword' } }))?.says

describe('settings that are commented out', () => {
  it.each(['# dbPassword: V', '  //dbPassword=V', '; dbPassword = V', '<!-- <dbPassword>V'])(
    'lowers what everybody would write in %j',
    text => {
      expect(saysOf(text.replace('V', 'P@ssw0rd77'), 'P@ssw0rd77', 'deploy/values.yaml')).toBe('lower')
      expect(saysOf(text.replace('V', 'sillyness'), 'sillyness', 'deploy/values.yaml')).toBe('lower')
    },
  )

  it('not what a machine made, nor what is set', () => {
    expect(saysOf('# dbPassword: kX9mQ2zT7wLp4vR8', 'kX9mQ2zT7wLp4vR8', 'deploy/values.yaml')).toBe('raise')
    expect(saysOf('dbPassword: P@ssw0rd77', 'P@ssw0rd77', 'deploy/values.yaml')).toBe('note')
  })

  it('words, where a tool keeps its logins, were one', () => {
    expect(saysOf('# dbPassword=sillyness', 'sillyness', '/home/me/.my.cnf')).toBe('note')
    expect(saysOf('# dbPassword=P@ssw0rd77', 'P@ssw0rd77', '/home/me/.my.cnf')).toBe('lower')
  })
})
