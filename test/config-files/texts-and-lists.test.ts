import { expectFound } from './expect-files.ts'

expectFound([
  ['notes.md', `- web1: root / ⟦chosen⟧\n- db1: \`admin:⟦chosen⟧\`\n\nPassword: ⟦chosen⟧\n`],
  ['access.md', `Log into staging as user \`deploy\` and password \`⟦chosen⟧\`.\n`],
  ['todo.txt', `TODO remove the hard-coded password (⟦chosen⟧)\n// FIXME: temporary password "⟦chosen⟧" for admin\n`],
  ['passwords.txt', `mail: me@corp.net ⟦chosen⟧\nrouter: admin ⟦chosen⟧\n`],
  ['credentials.txt', `me@corp.net:⟦chosen⟧\n`],
  ['CMakeLists.txt', `set(DB_PASSWORD "⟦chosen⟧")\nset(ENV{API_KEY} "⟦alnum:32⟧")\n`],
  ['Client.kt', `install(Auth) { basic { credentials { BasicAuthCredentials("me", "⟦chosen⟧") } } }\n`],
  ['app.module.ts', `providers: [{ provide: 'API_KEY', useValue: '⟦alnum:32⟧' }]\n`],
  ['truffle.js', `provider: () => new HDWalletProvider("⟦hex:64⟧", url)\n`],
  ['appsettings.json', `{ "Jwt": { "Issuer": "shop", "Key": "⟦chosen⟧" } }\n`],
  [
    'run.sh',
    `ssh-keygen -t rsa -N "⟦chosen⟧" -f k\ngh secret set TOKEN --body "⟦alnum:40⟧"\necho -n 'me:⟦chosen⟧' | base64\nexport GITHUB_PAT=⟦alnum:40⟧\n`,
  ],
  ['.env', `KEY=⟦hex:32⟧\nSTRIPE_KEY=pk_test_${'a1B2c3D4'.repeat(3)}\n`],
  ['crypt.py', `key = bytes.fromhex("⟦hex:64⟧")\n`],
])
