import { expect, test } from 'vitest'
import { secretsIn } from './secrets-in.ts'

const [password, words, made] = ['Walnut84!', 'TulipKernelPrairie', ['mV7tR2q', 'Lx9bW4zk', 'Hd3s'].join('')]

test.each<[string, string, string]>([
  ['.env', 'ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY=X', made],
  ['.env', 'REVALIDATE_TOKEN=X', 'zephyr4821'],
  ['compose.yml', 'test: ["CMD", "redis-cli", "-a", "X", "ping"]', password],
  ['main.tf', 'resource "aws_db_instance" "a" {\n  password = "X"\n}', words],
  ['main.tf', 'resource "aws_ssm_parameter" "a" {\n  type  = "SecureString"\n  value = "X"\n}', password],
  ['template.yaml', 'Properties:\n  MasterUserPassword: X\n', password],
  ['stack.yml', 'API_PASSWORD: !Sub "X"', password],
  ['values.yaml', 'erlangCookie: X', made],
  ['application.properties', 'encrypt.key=X', made.slice(0, 16)],
  ['appsettings.json', '{"Jwt": {"Issuer": "a", "Key": "X"}}', made.slice(0, 17)],
  ['application.conf', 'jdbc { password : X }', password],
  ['settings.md', 'postgres://app:X@db.corp.net:5432/app', 'mV7/tR2qLx'],
  ['a.py', 'connect("DRIVER={ODBC Driver 17};SERVER=db;UID=app;PWD={X}")', 'mV7@tR2qLx'],
])('%s: %s', async (path, text, secret) => {
  expect(
    await secretsIn(
      path,
      text.replace('X', () => secret),
    ),
  ).toEqual([secret])
})

test.each([
  ['.env', 'JWT_SECRET_KEY=%kernel.project_dir%/config/jwt/private.pem'],
  ['.env', 'PASSWORD_HASHER=argon2id'],
  ['.env', 'SECRET=`cat /run/secret`'],
  ['main.tf', 'type  = "SecureString"\n  value = var.password'],
  ['values.yaml', 'erlangCookie: ${COOKIE}'],
])('no secret in %s: %s', async (path, text) => {
  expect(await secretsIn(path, text)).toEqual([])
})

test.each<[string, string, string]>([
  ['stack.ts', "SecretValue.unsafePlainText('X')", password],
  ['serverless.yml', "dbPassword: ${self:custom.stages.prod, 'X'}", made],
  ['App.config', '<add value="X" key="MailPassword"/>', password],
  ['task.json', '{"value":"X","name":"SESSION_SECRET"}', made],
  ['prod.parameters.json', '{"adminPassword": {"value": "X"}}', 'tundra-orchid-fjord-lemon'],
  ['main.tf', 'user_data = <<EOF\nDB_PASS=X\nEOF\n', 'OtterZephyrGrotto14'],
  ['attributes.rb', "default[:postgresql][:password][:app] = 'X'", password],
  ['site.pp', "password_hash => postgresql_password('app', 'X'),", password],
  ['config.json', '{"cookieKeys": ["X"]}', made],
  ['config.neon', 'password: X', 'tundra-orchid-fjord-lemon'],
])('%s: %s', async (path, text, secret) => {
  expect(
    await secretsIn(
      path,
      text.replace('X', () => secret),
    ),
  ).toEqual([secret])
})

test.each([
  ['.env', `SENTRY_RELEASE=${'3f9a0c'.repeat(6)}7b21`],
  ['a.yml', 'tenant_password: tenant'],
  ['serverless.yml', "stage: ${opt:stage, 'production1'}"],
])('no secret in %s: %s', async (path, text) => {
  expect(await secretsIn(path, text)).toEqual([])
})

test.each<[string, string, string]>([
  ['.env', 'ORDERS_DB_CREDS=app:X', 'nickel7871'],
  ['.env', 'CLICKHOUSE_DSN=tcp://db.corp.net:9000?username=app&password=X&database=a', password],
  ['.env', 'SNMP_COMMUNITY=X', made.slice(0, 14)],
  ['deploy.sh', 'aws ssm put-parameter --name /x --type SecureString --value "X"', password],
  ['deploy.sh', 'cat > .pgpass <<E\ndb.corp.net:5432:*:app:X\nE\n', password],
  ['config.yaml', 'redis.conf: |\n    requirepass X\n', password],
  ['values.yaml', 'password: !!str X', password],
  ['stack.yml', 'DB_PASSWORD: &pw X', password],
  ['play.yml', "password: \"{{ 'X' | password_hash('sha512') }}\"", 'KoalaEmberTopaz96'],
  ['vars.yml', 'db: {name: wp, user: wp, pass: "X"}', 'OtterHazelCanyon'],
  ['application.yaml', 'rememberMe.key: X', made],
  ['App.java', 'new Jedis("cache").auth("X");', password],
  ['config.mjs', "jwt: { secret: process.env.JWT || 'X' }", made],
  ['config.mjs', "ldap: { bindCredentials: 'X' }", 'lantern-pickle-fjord-quartz'],
  ['connect.txt', 'Contact Points=db.corp.net;Username=app;Password=X;Default Keyspace=a', 'PTDxj7H8a'],
  ['connect.txt', 'oracledb://app:X@db.corp.net:1521/?service_name=a', made],
])('%s: %s', async (path, text, secret) => {
  expect(
    await secretsIn(
      path,
      text.replace('X', () => secret),
    ),
  ).toEqual([secret])
})

test.each<[string, string, string]>([
  ['logstash.conf', 'amqp { user => "app" password => X }', password],
  ['stack.yml', 'vault: { environment: { VAULT_DEV_ROOT_TOKEN_ID: X } }', 'prairie9757'],
  ['Dsn.php', '$dsn = "mysql://{$user}:X@db.corp.net/a";', made],
  ['config.go', 'type C struct {\n\tPassword string `env:"DB_PASSWORD" envDefault:"X"`\n}', password],
  ['main.go', 'u := url.UserPassword("app", "X")', password],
  ['docs/runbook.md', '```yaml\nredis:\n  password: X\n```', made],
])('%s: %s', async (path, text, secret) => {
  expect(
    await secretsIn(
      path,
      text.replace('X', () => secret),
    ),
  ).toEqual([secret])
})

test.each<[string, string, string]>([
  ['urls.yml', 'u: jdbc:sqlserver://db.corp.net:1433;user=app;password=X;databaseName=a', 'yoMDT2KK@ZToI4N'],
  ['urls.yml', 'u: stomp+ssl://app:X@mq.corp.net:61614', password],
  ['urls.yml', 'dsn: "hr/X@//ora.corp.net:1521/ORCLPDB1"', 'Koala1995'],
  ['login.py', 'c.simple_bind_s("cn=admin,dc=corp", "X")', password],
])('%s: %s', async (path, text, secret) => {
  expect(
    await secretsIn(
      path,
      text.replace('X', () => secret),
    ),
  ).toEqual([secret])
})

test('each address of a list has its own password', async () => {
  const text = `u: nats://app:${password}@h1:4222,nats://app:${made}@h2:4222`
  expect([...(await secretsIn('urls.yml', text))].sort()).toEqual([password, made].sort())
})

test.each([
  ['.env', 'SECURITY_GROUP=sg-0f3b9c27d4e85a61c'],
  ['.env', `STRIPE_PRODUCT=prod_${made.slice(0, 14)}`],
  ['.env', 'JWT_KID=8e9226b8adba22c3'],
])('no secret in %s: %s', async (path, text) => {
  expect(await secretsIn(path, text)).toEqual([])
})

test('what is left of settings and state', async () => {
  expect(await secretsIn('.env', 'IMAGE=registry.corp.net/shop:3d3f6c11e505')).toEqual([])
  expect(await secretsIn('terraform.tfstate', '{"master_password": "JungleWalrusPebble"}')).toEqual([
    'JungleWalrusPebble',
  ])
})
