import { describe, expect, it } from 'vitest'
import { below } from './below.ts'

/** Up to the first bracket, as the rule's pattern takes it. */
const of = (text: string) => below(text, /\w+/.exec(text)![0], /^[^[({]*[[({]/.exec(text)![0])

describe('passwords of a map or list of users', () => {
  it('of pairs of many languages', () => {
    expect(of("users = {'me': 'amber74x', 'you': u'violet85!'}")).toEqual(['amber74x', 'violet85!'])
    expect(of("users = ['me' => 'amber74x',\n 'you' => 'violet85!'];")).toEqual(['amber74x', 'violet85!'])
    expect(of('users = [("me", "amber74x"), ("you", "violet85!")]')).toEqual(['amber74x', 'violet85!'])
    expect(of('logins = {["me"] = "amber74x", ["you"] = "violet85!"}')).toEqual(['amber74x', 'violet85!'])
    expect(of('accounts = ("me", "amber74x")')).toEqual(['amber74x'])
  })

  it('no further than the bracket that closes it, whatever stands between quotes', () => {
    expect(of("users = {'me': 'amber74x'}\nother = {'you': 'violet85!'}")).toEqual(['amber74x'])
    expect(of("users = {'me': '}amber74x', 'you': 'violet85!'}")).toEqual(['}amber74x', 'violet85!'])
  })

  it('none where one of the values is an address, a name, a role, a hash or a constant', () => {
    for (const other of ['me@corp.net', 'admin1', 'editor', '$2b$12$abcdefghijkl', 'a/b/c123', 'SUBNET_ID_1']) {
      expect(of(`users = {'me': 'amber74x', 'you': '${other}'}`)).toEqual([])
    }
    expect(of("users = {'me': 'amber'}")).toEqual([])
  })

  it('what is not closed is read to a bound', () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, n) => `'u${n}': 'amber${n}74x!'`).join(', ')
    expect(of(`users = {${pairs(3)}`)).toHaveLength(3)
    expect(of(`users = {${pairs(1000)}`).length).toBeLessThan(1000)
  })
})
