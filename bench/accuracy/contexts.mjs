// Places a key may stand in. Each takes the key and gives a file: its name and its text (or bytes).
import { gzipSync } from 'node:zlib'

const b64 = text => Buffer.from(text).toString('base64')
const half = text => [text.slice(0, text.length >> 1), text.slice(text.length >> 1)]
/** As the format writes it: keys with quotes or line ends in them are no test of anything else. */
const json = text => JSON.stringify(text)
const xml = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** For a key that is one by itself. */
const ALONE = [
  key => ['client.ts', `import { Client } from './client'\n\nexport const client = new Client(${json(key)})\n`],
  key => ['config.js', `module.exports = {\n  region: 'eu',\n  value: ${json(key)},\n}\n`],
  key => ['app.py', `import sdk\n\nsdk.configure(\n    value=${json(key)},\n    retries=3,\n)\n`],
  key => ['main.go', `package main\n\nvar value = ${json(key)}\n\nfunc main() { run(value) }\n`],
  key => ['App.java', `class App {\n  static final String VALUE = ${json(key)};\n}\n`],
  key => ['App.cs', `class App\r\n{\r\n    const string Value = ${json(key)};\r\n}\r\n`],
  key => ['index.php', `<?php\nreturn ['value' => ${json(key)}, 'debug' => false];\n`],
  key => ['setup.rb', `Service.configure do |c|\n  c.value = ${json(key)}\nend\n`],
  key => ['lib.rs', `pub fn connect() -> Client {\n    Client::new(${json(key)})\n}\n`],
  key => ['run.sh', `#!/bin/sh\nset -e\nVALUE=${key}\nrun "$VALUE"\n`],
  key => ['run.ps1', `$value = ${json(key)}\r\nInvoke-Run -Value $value\r\n`],
  key => ['app.yaml', `service:\n  region: eu\n  value: ${json(key)}\n`],
  key => ['app.json', `{\n  "region": "eu",\n  "value": ${json(key)}\n}\n`],
  key => ['app.toml', `[service]\nregion = "eu"\nvalue = ${json(key)}\n`],
  key => ['app.xml', `<app>\n  <add key="value" value="${xml(key)}" />\n</app>\n`],
  key => ['Dockerfile', `FROM node:24\nENV VALUE=${json(key)}\nCMD ["node", "app.js"]\n`],
  key => ['main.tf', `resource "service" "main" {\n  value = ${json(key)}\n}\n`],
  key => [
    'keys.csv',
    `service,api_key,since\nnone,,2023-01-01\nmain,${key.includes(',') || key.includes('"') ? `"${key.replaceAll('"', '""')}"` : key},2024-02-01\n`,
  ],
  key => ['notes.md', `Start it with\n\n    run --value ${key}\n\nand wait.\n`],
  key => ['build.log', `2026-02-03T10:11:12Z INFO calling the service with ${key}\n2026-02-03T10:11:13Z INFO done\n`],
  key => ['wide.txt', Buffer.from(`\uFEFFvalue = ${key}\r\n`, 'utf16le')],
]

/** For a key whose beginning can be told when it is encoded. */
const ENCODED = [
  key => ['secret.yaml', `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ndata:\n  value: ${b64(key)}\n`],
  key => ['shifted.json', `{ "value": "${b64(`a ${json(key)}`)}" }\n`],
  key => ['split.js', `const value = ${json(half(key)[0])} +\n  ${json(half(key)[1])}\n`],
  key => ['app.log.gz', gzipSync(`value ${key}\n`)],
  key => ['dump.txt', `value ${Buffer.from(key).toString('hex')}\n`],
]

/** For an example that is one only as it is written. */
const AROUND = [
  text => ['plain.txt', `${text}\n`],
  text => ['first.conf', `# settings of this host\n\n${text}\n\n# end\n`],
  text => ['crlf.txt', `settings of this host\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}\r\n`],
  text => ['bare.txt', text],
  text => ['notes.md', `Then write\n\n\`\`\`\n${text}\n\`\`\`\n`],
  text => ['wide.txt', Buffer.from(`\uFEFFsettings\r\n${text}\r\n`, 'utf16le')],
  text => [
    'many.txt',
    `${'one line of many, of no interest\n'.repeat(400)}${text}\n${'and more of them\n'.repeat(400)}`,
  ],
  text => ['app.conf.gz', gzipSync(`settings\n${text}\n`)],
]

const indented = text => text.replace(/^(?=.)/gm, '      ')

/** The same in files that are no text for people. */
const SETTINGS = AROUND.map((write, index) =>
  index === 4 ? text => ['deploy.yaml', `steps:\n  - run: |\n${indented(text)}\n`] : write,
)

const camel = name => name.toLowerCase().replace(/[_-]+(.)/g, (_, letter) => letter.toUpperCase())

/** For a key that is told by its name. */
const NAMED = [
  (name, key) => ['settings.env', `REGION=eu\n${name}=${key}\n`],
  (name, key) => ['config.ts', `export const ${name} = ${json(key)}\n`],
  (name, key) => ['config.js', `module.exports = { region: 'eu', ${camel(name)}: ${json(key)} }\n`],
  (name, key) => ['settings.py', `${name} = '${key}'\nDEBUG = False\n`],
  (name, key) => ['deploy.py', `os.environ["${name}"] = ${json(key)}\n`],
  (name, key) => ['main.go', `package main\n\nconst ${camel(name)} = ${json(key)}\n`],
  (name, key) => ['App.java', `private static final String ${name} = ${json(key)};\n`],
  (name, key) => ['App.cs', `private const string ${name} = ${json(key)};\r\n`],
  (name, key) => ['index.php', `<?php\n$config['${name.toLowerCase()}'] = '${key}';\n`],
  (name, key) => ['setup.rb', `ENV['${name}'] ||= '${key}'\n`],
  (name, key) => ['lib.rs', `const ${name}: &str = ${json(key)};\n`],
  (name, key) => ['run.sh', `export ${name}="${key}"\n./run\n`],
  (name, key) => ['run.ps1', `$env:${name} = "${key}"\r\n`],
  (name, key) => ['compose.yaml', `services:\n  app:\n    environment:\n      ${name}: ${key}\n`],
  (name, key) => ['list.yaml', `services:\n  app:\n    environment:\n      - ${name}=${key}\n`],
  (name, key) => ['app.json', `{\n  "${name}": ${json(key)}\n}\n`],
  (name, key) => ['app.ini', `[service]\n${name.toLowerCase()} = ${key}\n`],
  (name, key) => ['app.properties', `region=eu\n${name.toLowerCase().replaceAll('_', '.')}=${key}\n`],
  (name, key) => ['Dockerfile', `FROM node:24\nENV ${name}=${key}\n`],
  (name, key) => ['main.tf', `  environment = {\n    ${name} = ${json(key)}\n  }\n`],
]

export const CONTEXTS = { alone: ALONE, encoded: ENCODED, around: AROUND, settings: SETTINGS, named: NAMED }
