import { describe, expect, it } from 'vitest'
import { urlCredentials } from '../../src/judges/url-credentials.ts'
import { makeCase } from './make-case.ts'

const says = (user: string, password: string, host: string) =>
  urlCredentials(makeCase(password, { parts: { user, host } }))?.says

describe('credentials in an address', () => {
  it.each([
    ['user', 'pass', 'example.com'],
    ['user', 'password', 'host'],
    ['username', 'password', 'proxy.example.com:3128'],
    ['guest', 'guest', 'localhost:5672'],
    ['postgres', 'postgres', '127.0.0.1'],
    ['user_st22', 'pass_st22', 'localhost'],
    ['root', 'secret', '[::1]:3306'],
    ['user', 'password', 'db.acme-corp.net'],
  ])('drops %s:%s@%s', (user, password, host) => expect(says(user, password, host)).toBe('drop'))

  it('doubts what only says whose it is, unless it is somewhere on the Internet', () => {
    expect(says('oplog_reader', 'oplog_reader_password', 'server1,server2')).toBe('doubt')
    expect(says('shopkeeper', 'shopkeeper_pass', 'db.acme-corp.net')).toBe('lower')
  })

  it('doubts what only says whose it is, among key words', () => {
    const text = '/// Database=shop;Host=shop.cloud.net;Password=shop-secret;Username=shop-user'
    expect(urlCredentials(makeCase('shop-secret', { text, rule: { provider: 'url' } }))?.says).toBe('doubt')
  })

  it('drops how an address is written', () => {
    const of = (text: string, secret: string) =>
      urlCredentials(makeCase(secret, { text, parts: { user: 'name[', host: 'host[' } }))?.says
    expect(of('postgres://name[:password]@host[:port]/db', 'password]')).toBe('drop')
    expect(of('postgres://[name[:secret]]@host', 'secret]]')).toBe('drop')
  })

  it.each([
    ['postgres', 'postgres', 'db'],
    ['admin', 'admin', 'db.acme-corp.net'],
    ['admin', 'mypassword', 'db.acme-corp.net'],
    ['app', 'letmein', '10.1.2.3'],
    ['app', 'secret123', 'localhost'],
    ['user', 'secret123', '10.1.2.3'],
  ])('doubts %s:%s@%s', (user, password, host) => expect(says(user, password, host)).toBe('doubt'))

  it.each([
    ['admin', 'letmein', 'db.acme-corp.net'],
    ['app', 'Sup3rSecret!', 'localhost'],
    ['user', 'P@ssw0rd123', 'db.acme-corp.net'],
  ])('lowers %s:%s@%s, which somebody had to set', (user, password, host) =>
    expect(says(user, password, host)).toBe('lower'),
  )

  it.each([
    ['app', 'sunflower', 'localhost'],
    ['app', 'sunflower', 'postgres:5432'],
    ['app', 'secret123', '10.1.2.3'],
    ['app', 'secret%31%32', '10.1.2.3'],
    ['app', 'p4ssw0rd;AUTH=*', '10.1.2.3'],
    ['app', 'sunflower', 'db.example.org'],
  ])('lowers %s:%s@%s', (user, password, host) => expect(says(user, password, host)).toBe('lower'))

  it('drops names of variables, and doubts words of other languages', () => {
    expect(says('GITHUB_USER', 'GITHUB_OAT', 'github.com')).toBe('drop')
    expect(says('app', 'パスワード', 'db.acme-corp.net')).toBe('doubt')
  })

  it.each([
    ['app', 'kX9!mQ2zT7wLp4', 'localhost'],
    ['app', 'kX9!mQ2zT7wLp4', 'db.example.com'],
    ['app', 'sunflower', 'db.acme-corp.net'],
    ['app', 'sunflower', 'myexample.com'],
  ])('says nothing of %s:%s@%s', (user, password, host) => expect(says(user, password, host)).toBeUndefined())

  it('takes a host of examples in settings for another that was hidden, not on a page', () => {
    const parts = { user: 'svc', host: 'db.example.com:5432' }
    const of = (path: string, password = 'Marble-42x') => urlCredentials(makeCase(password, { parts, path }))?.says
    expect(of('deploy/app.env')).toBeUndefined()
    expect(of('deploy/app.env', 'marblefalcon')).toBe('lower')
    expect(of('docs/database.md')).toBe('lower')
    expect(of('src/database.py')).toBe('lower')
  })

  it('drops the numbers of an address', () => expect(says('127.0', '1.1', '10')).toBe('drop'))

  it('looks for the host of key words in their line', () => {
    const saysOf = (password: string, host: string) =>
      urlCredentials(
        makeCase(password, { rule: { provider: 'url' }, text: `Host=${host};User Id=app;Password=${password}` }),
      )?.says
    expect(saysOf('secret', 'localhost')).toBe('drop')
    expect(saysOf('secret', 'sql.corp.net')).toBe('doubt')
    expect(saysOf('Pass@word!', 'sql.corp.net')).toBe('lower')
    expect(saysOf('Pass@word!', 'sqlserver')).toBe('doubt')
    expect(saysOf('secret123', 'localhost')).toBe('doubt')
    expect(saysOf('secret123', 'sql.corp.net')).toBe('lower')
    expect(saysOf('sunflower', 'localhost')).toBeUndefined()
  })

  it('is not asked without a host', () => {
    expect(urlCredentials(makeCase('guest', { parts: { user: 'guest' } }))).toBeUndefined()
  })
})
