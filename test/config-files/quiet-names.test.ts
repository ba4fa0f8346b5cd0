import { expectQuiet } from './expect-files.ts'

expectQuiet([
  [
    'src/a.ts',
    `const passwordStrength = 'very-strong-1'\nconst tokenPattern = 'tok_[a-z0-9]{24}'\nconst secretKeyPath = 'config/keys/app1'\nconst accessToken = 'access_token_v2'\nconst apiKeyHeader = 'x-api-key-v1'\nconst tokenAddress = '0xdAC17F958D2ee523a2206206994597C13D831ec7'\nconst publicKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEq1w2e3r4t5y6u7i8o9p0'\nconst passphraseWords = 'abandon ability able about above absent'\nconst credentialId = '3f2504e0-4f89-11d3-9a0c-0305e82c3301'\nconst tokenId = 'b1946ac92492d2347c6235b4d2611184'\nconst nextPageToken = 'CAUQAA1b2c3d4e5f6g7h8'\nconst csrfToken = 'd41d8cd98f00b204e9800998ecf8427e'\nconst cacheKey = 'user:profile:v2:12345'\nconst tokenSymbol = 'USDC20'\nconst authKeyPrefix = 'auth:key:v1'\nconst secretSanta = 'bob42alice'\n`,
  ],
  [
    'src/routes.ts',
    `{ path: 'reset-password/:token', name: 'resetPassword2' }\nrouter.get('/password/reset1', x)\nt('settings.password.rules.v2')\nimport token2 from './token2'\ngetElementById('password-field-2')\nclassName="password-toggle-2"\ndata-testid="token-input-1"\naria-label="Password 2"\n`,
  ],
  [
    'src/i18n/fr.json',
    `{ "password": "Mot de passe", "newPassword": "Nouveau mot de passe 2", "token": "Jeton123" }\n`,
  ],
  [
    'src/enum.py',
    `class Auth(Enum):\n    PASSWORD = "password"\n    TOKEN = "token_v2"\n    API_KEY = "api_key1"\n    CLIENT_SECRET = "client_secret_basic"\n    SECRET_TYPE = "opaque2"\nPASSWORD_FIELD = "user_password1"\nTOKEN_URL = "oauth2/token"\nDEFAULT_TOKEN = "anonymous"\nSECRET_ENGINE = "kv-v2"\nCREDENTIALS_FILE = "creds1.json"\n`,
  ],
  [
    'src/const.go',
    `const (\n  PasswordPolicy = "length>=8"\n  TokenIssuer = "https://x.corp.net/realms/a1"\n  SecretKind = "kubernetes.io/tls"\n  APIKeyRef = "x-api-key-1"\n  TokenAlg = "RS256"\n  SecretLabel = "app.kubernetes.io/name"\n)\n`,
  ],
  [
    'deploy.yaml',
    `kind: ExternalSecret\nspec:\n  secretStoreRef:\n    name: vault-backend-1\n  data:\n  - secretKey: password\n    remoteRef:\n      key: prod/db1\n      property: password\n  target:\n    name: db-secret-1\n---\nkind: SealedSecret\nspec:\n  encryptedData:\n    password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq1l2o3n4g5s6e7a8l9e0d1v2a3l4u5e6\n`,
  ],
  [
    '.gitlab-ci.yml',
    `variables:\n  VAULT_AUTH_ROLE: deploy1\n  DOCKER_TLS_CERTDIR: ""\n  SONAR_TOKEN: $SONAR_TOKEN_PROD\njob:\n  secrets:\n    DB_PASSWORD:\n      vault: prod/db/password@kv\n  id_tokens:\n    ID_TOKEN:\n      aud: https://x.corp.net\n`,
  ],
  [
    'values.yaml',
    `image:\n  digest: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n  pullSecrets: [regcred2]\nauth:\n  usePasswordFiles: true\n  passwordKey: redis-password\n  tokenReview: v1beta1\n  jwtHeader: X-Jwt-1\nsecretMount: /etc/secret2\n`,
  ],
  [
    'x.toml',
    `[package]\nname = "token-bucket2"\n[dependencies]\nsecrecy = "0.8.0"\npasswords = "3.1.16"\njsonwebtoken = "9.2.0"\n[auth]\npassword_cmd = "pass show x1"\ntoken_path = "~/.x/token1"\n`,
  ],
  ['requirements.txt', `django-rest-knox==4.2.0\npython-jwt==2.0.1\npassword-strength==0.0.3\ntoken-utils==0.1.8\n`],
  [
    'x.cfg',
    `[metadata]\nname = passlib2\n[tool]\ntoken = %(TOKEN)s\npassword = \${PASSWORD}\nsecret = {{ secret }}\napi_key = <API_KEY>\n`,
  ],
  [
    'x.graphql',
    `mutation { login(username: $u, password: $p) { token } }\ntype User { password: String! apiKey: String }\n`,
  ],
  [
    'Test.java',
    `@Test void passwordIsRequired1() {}\nassertEquals("token1234", t.value());\nString secret = "unit-test-secret-key-1";\nwhen(x.getPassword()).thenReturn("pw12345678");\n`,
  ],
  [
    'x.proto',
    `string password = 1;\nstring token = 2 [(validate.rules).string.min_len = 8];\nmessage Secret { bytes key = 1; }\n`,
  ],
  [
    'x.rs',
    `let token = Token::new("ident", 3);\nlet password = rpassword::prompt_password("Password: ")?;\n#[arg(long, env = "API_TOKEN")] token: String,\nassert_eq!(tokens[0], "let1");\n`,
  ],
  [
    'docs/config.md',
    `| \`password\` | string | The password, such as \`hunter2x1\` |\n| \`token\` | string | \`abc123xyz\` |\n\n\`\`\`yaml\npassword: s3cret-Pass\napi_key: abcdef1234567890\n\`\`\`\n`,
  ],
  ['locale/de.po', `msgid "Password"\nmsgstr "Passwort1"\nmsgid "token"\nmsgstr "Token: %s"\n`],
  ['x.svg', `<path d="M10 10 token=1" id="secret-1"/>\n`],
  ['tsconfig.json', `{ "compilerOptions": { "paths": { "@token/*": ["src/token2/*"] } } }\n`],
  ['x.lock', `token = "1.0.0"\nchecksum = "c2f1e3d4a5b6978812345678901234567890abcdefabcdefabcdefabcdefabcd"\n`],
  [
    'keys.ts',
    `export const QUERY_KEYS = { token: 'token-list-1', secret: ['secret', 1] }\nexport const STORAGE_KEY = 'app:token:v2'\nexport const PRIMARY_KEY = 'user_id_created_at'\nexport const ENCRYPTION_KEY_ID = 'alias/prod-key-1'\n`,
  ],
  [
    'Settings.swift',
    `let passwordKey = "com.corp.app.password2"\nlet service = "com.corp.token"\nUserDefaults.standard.string(forKey: "authToken1")\n`,
  ],
  [
    'x.tsx',
    `<Trans i18nKey="password.reset.title2" />\n<PasswordInput value={password} error="Must contain 1 digit" />\ntoken={session?.token2}\n`,
  ],
  [
    'Caddyfile',
    `basicauth /x {\n  me $2a$14$abcdefghijklmnopqrstuuv1234567890ABCDEFGHIJKLMNOPQRS\n}\nheader_up Authorization {http.auth.token}\n`,
  ],
  ['sonar.yml', `sonar.login: \${SONAR_TOKEN}\nsonar.projectKey: corp_token_svc1\n`],
  [
    'x.sql',
    `INSERT INTO settings (name, password) VALUES ('x', NULL);\nINSERT INTO perms (code) VALUES ('password.reset1');\nCOMMENT ON COLUMN users.password IS 'bcrypt, cost 12';\n`,
  ],
  [
    'log.txt',
    `GET /login?token=[FILTERED] 200\npassword=[REDACTED] user=me\nAuthorization: Bearer ****\ntoken expired for user 12345678\n`,
  ],
])
