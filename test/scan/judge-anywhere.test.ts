import { expect, test } from 'vitest'
import { createDetector } from '../../src/detect/create-detector.ts'
import { judge } from '../../src/judges/judge.ts'
import { loadRules } from '../../src/ruleset/load.ts'
import { judgeAnywhere } from '../../src/scan/judge-anywhere.ts'

const NAMES = [
  'password',
  'db_password',
  'dbPassword',
  'DB_PASS',
  'secret',
  'jwtSecret',
  'api_key',
  'SECRET_KEY',
  'token',
  'smtp.pass',
  'keystorePassword',
  'pwd',
]
const VALUES = [
  'sunshine',
  'quartzPumpkin',
  'hunter2',
  'walnut84',
  'copper.winter31',
  'hazel-otter-lantern',
  'Welcome9527',
  'S3cr3t!pa55',
  'letmein',
  'changeme',
  'ferris_crab',
  'monkey12',
  'otterOtter',
  'dragon.fly',
  'abcdefgh',
  'kept4ever',
  'obj.value',
  'supersecretjwtkey42',
  '$ecret99',
  'blue horse',
  'x7Kq',
  'a.b.c3',
]
const FORMS = [
  (name: string, value: string) => `${name} = ${value}\n`,
  (name: string, value: string) => `${name}=${value}\n`,
  (name: string, value: string) => `${name}: ${value}\n`,
  (name: string, value: string) => `${name} = "${value}"\n`,
  (name: string, value: string) => `const ${name} = '${value}';\n`,
  (name: string, value: string) => `"${name}": "${value}",\n`,
  (name: string, value: string) => `user = root\nhost = db1\n${name} = ${value}\n`,
  (name: string, value: string) => `mysqli_connect('db1', 'root', '${value}', '${name}');\n`,
  (name: string, value: string) => `export ${name}=${value}\n`,
  (name: string, value: string) => `<${name}>${value}</${name}>\n`,
  (name: string, value: string) => `url = postgres://app:${value}@db1/${name}\n`,
]
const PATHS = [
  'app.conf',
  'db.ini',
  'src/app.py',
  'web/db.php',
  'Main.java',
  'deploy.sh',
  'config.yml',
  'secrets.yml',
  'README.md',
  'app.properties',
  'x.tf',
  'a.json',
  'settings.xml',
  '.npmrc',
  'notes',
  'Dockerfile',
  'test/app_test.go',
  'vendor/lib/a.js',
]

test('what passes in a file of any kind is not dropped where its path is not known', () => {
  const detector = createDetector(loadRules())
  let passed = 0
  const lost: string[] = []
  for (const name of NAMES) {
    for (const value of VALUES) {
      for (const form of FORMS) {
        const text = form(name, value)
        for (const match of detector.detect({ bytes: Buffer.from(text) })) {
          const path = PATHS.find(one => !judge({ match, path: one }).dropped)
          if (path === undefined) continue
          passed++
          if (judgeAnywhere(match).dropped) lost.push(`${path}: ${text} (${match.rule.id})`)
        }
      }
    }
  }
  expect(lost).toEqual([])
  expect(passed).toBeGreaterThan(1000)
})
