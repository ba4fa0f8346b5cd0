import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'

const password = ['mV7', 'tR2q', 'Lx9'].join('')

test.each([
  'postgres',
  'postgresql',
  'postgresql+asyncpg',
  'mysql',
  'mysql+pymysql',
  'mariadb',
  'mongodb',
  'mongodb+srv',
  'redis',
  'rediss',
  'amqp',
  'amqps',
  'mssql',
  'ldap',
  'ldaps',
  'smtp',
  'ftp',
  'sftp',
  'ssh',
  'http',
  'https',
])('%s: the password, with scheme, user and host', scheme => {
  const text = `url = "${scheme}://app:${password}@h1.prod.corp:1234/x?y=z"`
  const parts = { scheme: `${scheme}://`, user: 'app', host: 'h1.prod.corp:1234' }
  expect(foundIn(text)).toMatchObject([{ secret: password, parts }])
})

test('redis without a user', () => {
  const [found] = foundIn(`redis://:${password}@cache.prod.corp:6379/0`)
  expect(found).toMatchObject({ secret: password })
  expect(found?.parts).not.toHaveProperty('user')
})

test.each<[string, string]>([
  ['ADO.NET', 'Server=sql.corp;Database=app;User Id=app;Password=X;Encrypt=true'],
  ['ADO.NET, short', 'Server=sql.corp; Uid=app; Pwd=X;'],
  ['JDBC', 'jdbc:mysql://db.corp:3306/app?user=app&password=X'],
  ['JDBC in XML', '<a url="jdbc:postgresql://db.corp/app?user=app&amp;password=X"/>'],
  ['JDBC, SQL Server', 'jdbc:sqlserver://db.corp:1433;databaseName=app;user=sa;password=X;encrypt=true'],
  ['JDBC, Oracle', 'jdbc:oracle:thin:app/X@//ora.corp:1521/ORCL'],
  ['libpq', '"host=pg.corp user=app password=X dbname=app"'],
])('%s', (_, template) => {
  expect(foundIn(template.replace('X', password)).map(({ secret }) => secret)).toEqual([password])
})

test('a password of any characters, percent-encoded or with a raw @, is found whole', () => {
  const raw = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map(text => encodeURIComponent(`Q7${text}z9x`).replaceAll("'", '%27'))
  const plain = fc.stringMatching(/^[A-Za-z0-9!*_.~@-]{0,12}$/).map(text => `Q7${text}z9x`)
  fc.assert(
    fc.property(fc.oneof(raw, plain), secret => {
      fc.pre(!/\.{3}|\*{3}|_{5}|x{4}|(.)\1{5}/i.test(secret))
      expect(foundIn(`mysql://app:${secret}@db.prod.corp/app`)).toMatchObject([{ secret }])
    }),
  )
})

test.each([
  'postgres://app:${PASSWORD}@db/app',
  'postgres://app:$PASSWORD@db/app',
  'postgres://app:<password>@db/app',
  'postgres://%s:%s@%s/app',
  'postgres://user:password@localhost/app',
  'mongodb://localhost:27017/app',
  'https://example.com:8080/a@b',
  'https://example.com/a:b@c',
  'ssh://git@github.com:22/o/r.git',
  'git@github.com:o/r.git',
  'https://user:pass@example.com/',
  'Server=.;Database=app;Trusted_Connection=True;',
  'Server=a;User Id=b;Password={0};',
  'jdbc:mysql://db/app?useSSL=false',
])('no secret: %s', text => {
  expect(foundIn(text)).toEqual([])
})
