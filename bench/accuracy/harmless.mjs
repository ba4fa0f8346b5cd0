// One entry for each kind: `(make, index) => [path, text]`, where `make` expands a generator. Over 250 lines: it is one list of samples.
const pick = (list, index) => list[index % list.length]
const NAMES = [
  'password',
  'apiKey',
  'client_secret',
  'accessToken',
  'DB_PASSWORD',
  'auth_token',
  'secretKey',
  'private_key',
]

const LOOK_UPS = [
  ['a.ts', name => `const ${name} = process.env.${name.toUpperCase()} ?? ''\n`],
  ['a.py', name => `${name} = os.environ.get("${name.toUpperCase()}")\n`],
  ['a.py', name => `${name} = settings.get_secret_value("${name.toLowerCase()}_v2")\n`],
  ['a.go', name => `${name} := os.Getenv("${name.toUpperCase()}_2")\n`],
  ['A.java', name => `String ${name} = System.getenv("${name.toUpperCase()}_V1");\n`],
  ['A.cs', name => `var ${name} = Configuration["Services:Main:${name}1"];\n`],
  ['a.php', name => `$${name} = env('${name.toUpperCase()}', null);\n`],
  ['a.rb', name => `${name} = Rails.application.credentials.dig(:service, :${name.toLowerCase()}_1)\n`],
  ['a.rs', name => `let ${name} = std::env::var("${name.toUpperCase()}_1")?;\n`],
  ['a.sh', name => `${name}="$(vault kv get -field=${name} secret/app1)"\n`],
  ['a.ps1', name => `$${name} = Get-Secret -Name "${name}-prod-1" -AsPlainText\n`],
  [
    'a.yaml',
    name =>
      `env:\n  - name: ${name}\n    valueFrom:\n      secretKeyRef:\n        name: app-secrets-v2\n        key: ${name}\n`,
  ],
  ['a.yml', name => `with:\n  ${name}: \${{ secrets.${name.toUpperCase()}_2 }}\n`],
  ['a.tf', name => `${name} = data.aws_secretsmanager_secret_version.app1.secret_string\n`],
  ['a.tf', name => `variable "${name}" {\n  type      = string\n  sensitive = true\n}\n`],
  ['compose.yaml', name => `environment:\n  ${name}: \${${name.toUpperCase()}_1:?not set}\n`],
  ['a.properties', name => `service.${name}=\${${name.toUpperCase()}_1:}\n`],
  ['a.xml', name => `<property name="${name}" value="\${app.${name}.v1}"/>\n`],
  ['Dockerfile', name => `ARG ${name}\nENV ${name}=$${name}\n`],
  ['values.yaml', name => `auth:\n  existingSecret: app-${name.toLowerCase().replace('_', '-')}-v1\n`],
]

const TYPES = [
  ['a.ts', name => `interface Login {\n  ${name}: string\n  ${name}Expiry?: Date | null\n}\n`],
  ['a.ts', name => `export const ${name}Schema = z.string().min(8).max(128)\n`],
  ['a.go', name => `type Login struct {\n\t${name} string \`json:"${name},omitempty" validate:"required,min=8"\`\n}\n`],
  ['A.java', name => `@Column(name = "${name}_hash", length = 60)\nprivate String ${name};\n`],
  ['a.rs', name => `pub struct Login {\n    pub ${name}: SecretBox<String>,\n}\n`],
  ['a.sql', name => `CREATE TABLE users (\n  id bigint,\n  ${name} varchar(255) NOT NULL\n);\n`],
  ['a.graphql', name => `type Mutation {\n  login(${name}: String!): LoginPayload2\n}\n`],
  ['a.proto', name => `message Login {\n  string ${name} = 12;\n}\n`],
  ['a.html', name => `<input id="${name}-1" type="password" name="user[${name}]" placeholder="8 to 64 characters">\n`],
  ['a.json', name => `{ "${name}": { "type": "string", "minLength": 12, "format": "password" } }\n`],
  ['a.kt', name => `data class Login(val ${name}: String, val ${name}Hint: String? = null)\n`],
  ['a.py', name => `def login(user: str, ${name}: str | None = None, *, ${name}_ttl: int = 3600):\n    ...\n`],
  ['a.css', name => `.${name}-field-2 { color: #a1b2c3; }\n`],
  ['a.ts', name => `form.get('${name}Confirmation2')?.setErrors({ mismatch: true })\n`],
]

const TEXTS = [
  'Ihr Passwort ist abgelaufen.',
  'Mot de passe oublié ?',
  'Contraseña incorrecta',
  'Enter-your-password',
  'パスワードを入力',
  'Wachtwoord-vergeten?',
  'Senha inválida!',
  'Введите пароль',
]

export const HARMLESS = {
  'look-up': (_, index) => fill(pick(LOOK_UPS, index), index),
  type: (_, index) => fill(pick(TYPES, index), index),
  placeholder: (_, index) => {
    const value = pick(
      [
        '<your-key>',
        'changeme',
        'CHANGE_ME_PLEASE',
        'your-secret-here',
        'xxxxxxxxxxxxxxxx',
        'REPLACE_WITH_TOKEN',
        '********',
        'insert-token-here',
        'TODO',
        'example-password',
        'my-secret-key',
        'redacted',
        '{{password}}',
        '%PASSWORD%',
        '@@TOKEN@@',
        '__SECRET_KEY__',
        '...',
        'none',
        'null',
        'not-a-real-secret',
      ],
      index,
    )
    return [
      pick(['a.yaml', 'a.properties', 'a.ini', '.env'], index),
      `${pick(NAMES, index).toUpperCase()}${pick([': ', '=', ' = ', '='], index)}${value}\n`,
    ]
  },
  translation: (_, index) => [
    'messages.json',
    `{\n  "${pick(NAMES, index)}": "${pick(TEXTS, index)}",\n  "login.password": "${pick(TEXTS, index + 3)}"\n}\n`,
  ],
  'npm lock file': make => [
    'package-lock.json',
    `{ "packages": { "node_modules/token": {\n  "resolved": "https://npm.invalid/token-1.2.3.tgz",\n  "integrity": "sha512-${make('{base64:86}')}=="\n} } }\n`,
  ],
  'yarn lock file': make => [
    'yarn.lock',
    `secret-token@^1.0.0:\n  version "1.0.4"\n  resolved "https://yarn.invalid/secret-token-1.0.4.tgz#${make('{hex:40}')}"\n  integrity sha512-${make('{base64:86}')}==\n`,
  ],
  'other lock files': (make, index) =>
    pick(
      [
        ['Cargo.lock', `[[package]]\nname = "secrecy"\nversion = "0.8.0"\nchecksum = "${make('{hex:64}')}"\n`],
        [
          'go.sum',
          `golang.org/x/oauth2 v0.1.0 h1:${make('{base64:43}')}=\ngolang.org/x/oauth2 v0.1.0/go.mod h1:${make('{base64:43}')}=\n`,
        ],
        [
          'poetry.lock',
          `[[package]]\nname = "keyring"\nfiles = [\n  {file = "keyring.whl", hash = "sha256:${make('{hex:64}')}"},\n]\n`,
        ],
        [
          'composer.lock',
          `{ "content-hash": "${make('{hex:32}')}", "packages": [ { "name": "a/password", "source": { "reference": "${make('{hex:40}')}" } } ] }\n`,
        ],
        [
          '.terraform.lock.hcl',
          `provider "vault" {\n  hashes = [\n    "h1:${make('{base64:43}')}=",\n    "zh:${make('{hex:64}')}",\n  ]\n}\n`,
        ],
        ['Gemfile.lock', `CHECKSUMS\n  password (1.2.0) sha256=${make('{hex:64}')}\n`],
      ],
      index,
    ),
  hash: (make, index) =>
    pick(
      [
        ['a.yaml', `image: app@sha256:${make('{hex:64}')}\n`],
        ['a.py', `EXPECTED_SHA256 = "${make('{hex:64}')}"\n`],
        ['a.js', `const etag = 'W/"${make('{hex:32}')}"'\n`],
        ['a.html', `<script src="a.js" integrity="sha384-${make('{base64:64}')}"></script>\n`],
        ['a.txt', `${make('{hex:64}')}  secret-tool-1.2.3.tar.gz\n`],
        ['a.rb', `  sha256 "${make('{hex:64}')}"\n`],
        ['a.json', `{ "commit": "${make('{hex:40}')}", "tokenCommit": "${make('{hex:40}')}" }\n`],
        ['a.c', `/* from ${make('{hex:40}')} */\nstatic const char *password_md5 = 0;\n`],
        ['a.yml', `- uses: actions/token@${make('{hex:40}')} # v4\n`],
        ['a.md', `See ${make('{hex:7}')} and https://git.invalid/secret/commit/${make('{hex:40}')}\n`],
      ],
      index,
    ),
  uuid: (make, index) =>
    pick(
      [
        [
          'a.sln',
          `Project("{${make('{uuid}').toUpperCase()}}") = "Secret", "Secret.csproj", "{${make('{uuid}').toUpperCase()}}"\n`,
        ],
        ['a.json', `{ "id": "${make('{uuid}')}", "secretId": "${make('{uuid}')}" }\n`],
        ['a.yaml', `metadata:\n  uid: ${make('{uuid}')}\n`],
        ['a.ts', `const requestId = '${make('{uuid}')}'\n`],
        ['a.cs', `[Guid("${make('{uuid}')}")]\n`],
        ['a.sql', `INSERT INTO password_resets (id) VALUES ('${make('{uuid}')}');\n`],
      ],
      index,
    ),
  identifier: (_, index) =>
    pick(
      [
        ['a.ts', `const passwordValidatorProviderToken = new InjectionToken('passwordValidatorProvider2')\n`],
        ['a.ts', `const tokenType = 'urn:ietf:params:oauth:token-type:access_token'\n`],
        ['A.java', `public static final String PASSWORD_ENCODER_BEAN = "bcrypt2PasswordEncoder";\n`],
        ['a.py', `SECRET_BACKEND = "airflow.secrets.local_filesystem.LocalFilesystemBackend1"\n`],
        ['a.go', `const secretName = "tls-certificate-webhook-server-v1"\n`],
        ['a.yaml', `passwordSecretName: postgres-credentials-v2\ntokenPath: /var/run/secrets/kubernetes.io/token1\n`],
        ['a.js', `localStorage.removeItem('auth_token_v2')\nconst tokenKey = 'auth-token-v2'\n`],
        ['a.rb', `PASSWORD_FIELD = 'user[encrypted_password_2]'\n`],
        ['a.php', `const TOKEN_TABLE = 'oauth2_access_tokens';\n`],
        ['a.toml', `token_url = "https://auth.invalid/oauth2/v2/token"\n`],
        ['a.json', `{ "passwordRules": "required: upper; required: lower; minlength: 20;" }\n`],
        ['a.xml', `<string name="password_hint">At-least-8-characters</string>\n`],
        ['values.yaml', `secret: ingress-wildcard-tls\nauth:\n  secret: redis-master-credentials\n`],
        ['a.py', `FIELDS = ['bind_pw', 'cache_expiry', 'cache_size']\n`],
        ['a.js', `auth: 'read:packages',\ncredentials: 'same-origin',\n`],
      ],
      index,
    ),
  table: (make, index) =>
    pick(
      [
        ['texts.csv', 'key,en,de\npassword,Password,Passwort\nforgot,Forgotten-2?,Vergessen-2?\n'],
        ['users.csv', `id,name,password\n1,me,${make('{hex:40}')}\n2,you,$2y$10$${make('{alnum:53}')}\n`],
        ['fields.tsv', 'field\tpassword\ttype\nlogin\trequired\tstring\n'],
        [
          'README.md',
          '| Secret | Description |\n|---|---|\n| `SUBNET_ID_1` | First subnet |\n| `API_KEY_2` | The other |\n',
        ],
        ['api.md', '| Name | Password | Since |\n|---|---|---|\n| user | required | v1.2.0 |\n'],
        ['a.sql', "INSERT INTO users (id, name, password) VALUES (1, 'me', '*****'),\n(2, 'you', NULL);\n"],
        ['a.sql', "INSERT INTO texts (lang, name, text) VALUES ('de', 'password', 'Passwort2');\n"],
      ],
      index,
    ),
  image: (make, index) =>
    pick(
      [
        ['a.css', `.key { background: url(data:image/png;base64,iVBORw0KGgo${make('{base64:900}')}) }\n`],
        ['a.html', `<img alt="token" src="data:image/gif;base64,R0lGOD${make('{base64:600}')}">\n`],
        ['a.svg', `<svg><image href="data:image/jpeg;base64,/9j/${make('{base64:1200}')}"/></svg>\n`],
        ['a.ts', `export const tokenFont = 'data:font/woff2;base64,d09GMg${make('{base64:2000}')}'\n`],
      ],
      index,
    ),
  minified: (make, index) => [
    'app.min.js',
    `!function(e,t){var n="${make('{alnum:3}')}",r={password:n,token:t.token||e.secret,apiKey:n+t};for(var o in r)e[o]=function(i){return r[o](i,"${make('{lower:8}')}")};e.tokenMap="${make('{base64:120}')}".split("${pick(['', ',', '|'], index)}")}(window,{});\n`,
  ],
  'test vector': (make, index) =>
    pick(
      [
        ['hash_test.go', `{in: "password", want: "${make('{hex:64}')}"},\n`],
        ['test_hmac.py', `self.assertEqual(hmac_hex(b"key", b"data"), "${make('{hex:64}')}")\n`],
        ['aes.spec.ts', `expect(encrypt('plain')).toBe('${make('{hex:64}')}')\n`],
        [
          'vectors.json',
          `{ "plaintext": "${make('{hex:32}')}", "ciphertext": "${make('{hex:32}')}", "tag": "${make('{hex:32}')}" }\n`,
        ],
        ['sha_test.c', `{ "abc", "${make('{hex:64}')}" },\n`],
      ],
      index,
    ),
  'public key': (make, index) =>
    pick(
      [
        ['id_ed25519.pub', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${make('{base64:43}')} me@host\n`],
        ['known_hosts', `host.invalid ssh-rsa AAAAB3NzaC1yc2E${make('{base64:357}')}=\n`],
        [
          'cert.pem',
          `-----BEGIN CERTIFICATE-----\n${Array.from({ length: 16 }, () => make('{base64:64}')).join('\n')}\n-----END CERTIFICATE-----\n`,
        ],
        [
          'a.txt',
          `-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQ${make('{base64:42}')}\n${make('{base64:64}')}\n-----END PUBLIC KEY-----\n`,
        ],
        [
          'jwks.json',
          `{ "keys": [ { "kty": "RSA", "kid": "${make('{base64url:27}')}", "n": "${make('{base64url:342}')}", "e": "AQAB" } ] }\n`,
        ],
        ['dns.zone', `mail._domainkey IN TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQ${make('{base64:200}')}"\n`],
        [
          'signature.asc',
          `-----BEGIN PGP SIGNATURE-----\n\niQIz${make('{base64:60}')}\n${make('{base64:64}')}\n-----END PGP SIGNATURE-----\n`,
        ],
      ],
      index,
    ),
  sealed: (make, index) =>
    pick(
      [
        [
          'group_vars.yml',
          `db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  ${make('{digits:80}')}\n  ${make('{digits:80}')}\n`,
        ],
        [
          'secrets.enc.yaml',
          `password: ENC[AES256_GCM,data:${make('{base64:16}')},iv:${make('{base64:43}')}=,tag:${make('{base64:22}')}==,type:str]\n`,
        ],
        ['sealed.yaml', `kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB${make('{base64:300}')}\n`],
        ['hiera.yaml', `db_password: ENC[PKCS7,MIIB${make('{base64:200}')}]\n`],
        ['.travis.yml', `env:\n  global:\n    - secure: "${make('{base64:170}')}="\n`],
      ],
      index,
    ),
}

function fill([path, write], index) {
  return [path, write(pick(NAMES, index + Math.floor(index / 7)))]
}
