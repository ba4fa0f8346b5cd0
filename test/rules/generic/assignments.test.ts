import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'

/** Made here, so that nothing that looks like a key stands in the file: letters of both cases and digits, as a machine makes them. */
const key = Array.from({ length: 32 }, (_, i) => 'hT4vWq9ZbK2m'[(i * 5 + (i >> 2)) % 12]).join('')
const password = ['mV7', 'tR2q', 'Lx9'].join('')

test.each<[string, string, string]>([
  ['JavaScript', "const apiKey = 'KEY'", 'apiKey'],
  ['JavaScript, a template', 'const apiKey = `KEY`', 'apiKey'],
  ['JavaScript, an object', "connect({ user: 'a', password: 'PASS' })", 'password'],
  ['JavaScript, a fallback', "const s = process.env.JWT_SECRET || 'KEY'", 'JWT_SECRET'],
  ['JavaScript, a comparison', "if (req.body.password === 'PASS') next()", 'password'],
  ['JavaScript, in brackets', "headers['x-api-key'] = 'KEY'", 'x-api-key'],
  ['TypeScript', 'private readonly dbPassword: string = "PASS"', 'dbPassword'],
  ['Python', 'DB_PASSWORD = "PASS"', 'DB_PASSWORD'],
  ['Python, bytes', "SECRET_KEY = b'KEY'", 'SECRET_KEY'],
  ['Python, a keyword', 'connect(host="h", password="PASS", port=1)', 'password'],
  ['Python, a typed field', 'token: str = "KEY"', 'token'],
  ['Python, a default', 'os.environ.get("SECRET_KEY", "KEY")', 'SECRET_KEY'],
  ['Python, on the next line', 'SECRET_KEY = (\n    "KEY"\n)', 'SECRET_KEY'],
  ['Ruby', "config.secret_key = 'KEY'", 'secret_key'],
  ['Ruby, a hash', ":password => 'PASS',", 'password'],
  ['PHP', "$db_password = 'PASS';", 'db_password'],
  ['PHP, an array', "'password' => 'PASS',", 'password'],
  ['PHP, define', "define('AUTH_KEY', 'KEY');", 'AUTH_KEY'],
  ['Go', 'apiToken := "KEY"', 'apiToken'],
  ['Go, a constant', 'const Password string = "PASS"', 'Password'],
  ['Go, bytes', 'var jwtKey = []byte("KEY")', 'jwtKey'],
  ['Java', 'private static final String PASSWORD = "PASS";', 'PASSWORD'],
  ['Java, a setter', 'ds.setPassword("PASS");', 'setPassword'],
  ['Java, properties', 'props.put("db.password", "PASS");', 'db.password'],
  ['Java, equals', 'password.equals("PASS")', 'password'],
  ['C#', 'var clientSecret = @"KEY";', 'clientSecret'],
  ['Kotlin', 'val apiToken: String = "KEY"', 'apiToken'],
  ['Swift', 'let clientSecret = "KEY"', 'clientSecret'],
  ['Rust', 'const API_TOKEN: &str = "KEY";', 'API_TOKEN'],
  ['Rust, owned', 'let secret = String::from("KEY");', 'secret'],
  ['C', 'static const char wifi_password[] = "PASS";', 'wifi_password'],
  ['C, a macro', '#define WIFI_PASSWORD "PASS"', 'WIFI_PASSWORD'],
  ['JSON', '{"clientSecret": "KEY"}', 'clientSecret'],
  ['JSON, name and value', '{ "name": "API_TOKEN",\n  "value": "KEY" }', 'API_TOKEN'],
  ['YAML', 'db:\n  password: PASS\n', 'password'],
  ['YAML, quoted', "  password: 'PASS' # of the app", 'password'],
  ['YAML, name and value', '- name: DB_PASSWORD\n  value: PASS\n', 'DB_PASSWORD'],
  ['TOML', 'api_key = "KEY"', 'api_key'],
  ['INI', '[db]\r\npassword=PASS\r\n', 'password'],
  ['properties', 'spring.datasource.password=PASS', 'password'],
  ['XML, an element', '<db><password>PASS</password></db>', 'password'],
  ['XML, an attribute', '<user name="app" password="PASS"/>', 'password'],
  ['XML, name and value', '<add key="ApiKey" value="KEY" />', 'ApiKey'],
  ['XML, a property', '<property name="password">PASS</property>', 'password'],
  ['Android resources', '<string name="api_key">KEY</string>', 'api_key'],
  ['property list', '<key>ClientSecret</key>\n<string>KEY</string>', 'ClientSecret'],
  ['Terraform', 'variable "db_password" {\n  default = "PASS"\n}', 'db_password'],
  ['shell', 'export API_TOKEN=KEY', 'API_TOKEN'],
  ['shell, quoted', "export API_TOKEN='KEY'", 'API_TOKEN'],
  ['shell, an option', 'deploy --token KEY --verbose', 'token'],
  ['shell, an option with a sign', 'restore --password=KEY shop', 'password'],
  ['batch', 'set API_KEY=KEY', 'API_KEY'],
  ['PowerShell', '$env:API_TOKEN = "KEY"', 'API_TOKEN'],
  ['PowerShell, secure', '$p = ConvertTo-SecureString "PASS" -AsPlainText -Force', 'ConvertTo-SecureString'],
  ['Dockerfile', 'FROM a\nENV DB_PASSWORD PASS\n', 'DB_PASSWORD'],
  ['Dockerfile, with a sign', 'ENV API_KEY=KEY', 'API_KEY'],
  ['Dockerfile, an argument', 'ARG NPM_TOKEN=KEY', 'NPM_TOKEN'],
  ['header', 'curl -H "Authorization: Bearer KEY" x', 'Authorization'],
  ['header in code', '"Authorization": "Bearer KEY",', 'Authorization'],
  ['header of its own', 'curl -H "X-Api-Key: KEY" x', 'X-Api-Key'],
])('%s', (_, template, name) => {
  const secret = template.includes('KEY"') || /(?<![A-Z_])KEY(?![A-Z_])/.test(template) ? key : password
  const text = template.replace(/(?<![A-Z_])(?:KEY|PASS)(?![A-Z_])/, secret)
  const [found, ...others] = foundIn(text)
  expect(found).toMatchObject({ secret, parts: { name } })
  expect(others).toEqual([])
})

test('Basic: the credentials, in base64', () => {
  const secret = Buffer.from(`deploy:${password}`).toString('base64')
  expect(foundIn(`Authorization: Basic ${secret}`)).toMatchObject([{ rule: 'generic-basic', secret }])
})

test('netrc and curl: the password, with user and host', () => {
  expect(foundIn(`machine api.internal\n login app\n password ${password}\n`)).toMatchObject([
    { secret: password, parts: { user: 'app', host: 'api.internal' } },
  ])
  expect(foundIn(`curl -s -u app:${password} https://api.internal`)).toMatchObject([
    { secret: password, parts: { user: 'app' } },
  ])
})

test('two on a line are two', () => {
  const found = foundIn(`{ password: '${password}', token: '${key}' }`)
  expect(found.map(({ secret, parts }) => [parts.name, secret])).toEqual([
    ['password', password],
    ['token', key],
  ])
})
