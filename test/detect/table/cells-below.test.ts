import { describe, expect, it } from 'vitest'
import { below } from './below.ts'

describe('cells below a heading', () => {
  it('of lines with commas, in quotes or not', () => {
    const text = 'id,login,password,mail\r\n1,me,amber-74x,m@corp.net\r\n2,you,"violet,85y",y@corp.net\r\n'
    expect(below(text, 'password')).toEqual(['amber-74x', 'violet,85y'])
  })

  it('of lines with semicolons and tabs', () => {
    expect(below('User;Passwort\nme;amber74x\n', 'Passwort')).toEqual(['amber74x'])
    expect(below('host\tpass\tos\nh1\tamber74x\tlinux\n', 'pass')).toEqual(['amber74x'])
  })

  it('of a table in a document, down to its end', () => {
    const text = '| user | password |\n|---|---|\n| me | `amber74x` |\n| you | none-yet |\n\nText | amber75x | x\n'
    expect(below(text, 'password')).toEqual(['amber74x'])
  })

  it('of tuples, over lines, with calls and quotes in them', () => {
    const text =
      "INSERT INTO users (id, name, password) VALUES (1, 'O''Neil, A', 'amber74x'),\n (2, now(), 'amber75x');\n(3, 'x', 'amber76x')"
    expect(below(text, 'password', 'INSERT INTO users (id, name, password) VALUES')).toEqual(['amber74x', 'amber75x'])
  })

  it('of tuples without a list of columns, where most rows have what looks chosen', () => {
    const insert = 'INSERT INTO users VALUES'
    const text = `${insert} (1, 'me', 'me@corp.net', 'amber74x'),\n(2, 'you', 'you@corp.net', 'violets'), (3, 'her', 'h@corp.net', 'k85violet!');`
    expect(below(text, 'users', insert)).toEqual(['amber74x', 'violets', 'k85violet!'])
    expect(below(`${insert} (1, 'me', 'room12', '$2b$12$abcdefghijkl', '2020-01-01');`, 'users', insert)).toEqual([])
    expect(below(`${insert} (1, 'me', '${'0a'.repeat(16)}', 'x5xRdeKB', 'A01A05');`, 'users', insert)).toEqual([])
  })

  it('of a list, but not of all passwords that nobody may take', () => {
    expect(below('tokens = ["amber74x",\n "violet85y"]', 'tokens', 'tokens = [')).toEqual(['amber74x', 'violet85y'])
    const many = Array.from({ length: 9 }, (_, at) => `'amber${at}74x'`).join(', ')
    expect(below(`passwords = [${many}]`, 'passwords', 'passwords = [')).toEqual([])
  })

  it('of the dump of a table', () => {
    const text = 'COPY users (id, password) FROM stdin;\n1\tamber74x\n2\t$2b$12$abcdefghijkl\n\\.\n3\tamber76x\n'
    expect(below(text, 'password', 'COPY users (id, password) FROM stdin')).toEqual(['amber74x'])
  })

  it('of the first column, where another one has the users', () => {
    expect(below('| Password | User |\n|---|---|\n| amber74x | me |\n', 'Password')).toEqual(['amber74x'])
    expect(below('| Password | Meaning |\n|---|---|\n| amber74x | me |\n', 'Password')).toEqual([])
  })

  it('of a map, or a list without quotes, behind its name', () => {
    const of = (text: string) => below(text, 'passwords', /passwords["']?(?: =|:)/.exec(text)![0])
    expect(of('passwords: [amber74x, "violet,85y", ab]')).toEqual(['amber74x', 'violet,85y'])
    expect(of("$passwords = ['me' => 'amber74x', 'you' => 'amber75x'];")).toEqual(['amber74x', 'amber75x'])
    expect(of('"passwords": {"me": "amber74x"}')).toEqual(['amber74x'])
    expect(of('passwords:\n  me: amber74x\n  you: amber75x # old\nother: amber76x\n')).toEqual(['amber74x', 'amber75x'])
    expect(of('x:\n  passwords:\n  - amber74x\n  y: amber75x\n')).toEqual(['amber74x'])
    expect(of('passwords = listDup(src->passwords);')).toEqual([])
    expect(of(`passwords: [${Array.from({ length: 9 }, (_, at) => `amber${at}74x`)}]`)).toEqual([])
  })

  it('are none of a row of translations, of rows of another length, of what is hashed', () => {
    expect(below('key,en,de\npassword,Password,Passwort\nforgot,Forgotten?,Vergessen?\n', 'Password')).toEqual([])
    expect(below('suite,pass,fail\nalpha,run-2024,none\n', 'pass')).toEqual([])
    expect(below('user,password\nsome text that goes on\n', 'password')).toEqual([])
    expect(below(`user,password\nme,${'0f'.repeat(16)}\n`, 'password')).toEqual([])
    expect(below(`user,token\nme,${'0f'.repeat(16)}\n`, 'token')).toEqual(['0f'.repeat(16)])
  })
})
