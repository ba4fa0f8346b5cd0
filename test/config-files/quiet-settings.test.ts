import { expectQuiet } from './expect-files.ts'

expectQuiet([
  [
    'i18n/app.json',
    `{ "login": { "username": "Benutzername", "password": "Passwort", "host": "Server" }, "password_hint": "Mindestens 8 Zeichen", "forgotPassword": "Vergessen?", "wrongPassword": "Falsch123" }\n`,
  ],
  [
    'src/messages.json',
    `{ "username": "Benutzername", "password": "Passwort", "server": "Rechner", "token": "Marke", "secret": "Geheimnis" }\n`,
  ],
  [
    'src/labels.ts',
    `export const labels = { username: 'User name', password: 'Password', host: 'Host', confirmPassword: 'Confirm password', apiKey: 'API key', token: 'Token', secret: 'Secret' }\n`,
  ],
  [
    'src/form.tsx',
    `<input name="password" type="password" placeholder="Password123" />\n<Field name="apiKey" label="API key" value={apiKey} />\nconst schema = z.object({ password: z.string().min(8), token: z.string() })\nconst [password, setPassword] = useState('')\nregister('password', { required: 'Password is required' })\n`,
  ],
  [
    'src/auth.ts',
    `const token = await getToken(user)\nconst password = req.body.password\nconst hash = await bcrypt.hash(password, 10)\nif (password !== confirmPassword) throw new Error('password_mismatch')\nlocalStorage.getItem('access_token')\nlocalStorage.setItem('refresh_token', token)\nheaders.set('Authorization', \`Bearer \${token}\`)\nconst TOKEN_KEY = 'auth_token'\nconst SECRET_KEY = process.env.SECRET_KEY\nconst passwordRegex = /^(?=.*[a-z])(?=.*[0-9]).{8,}$/\nexport const PASSWORD_RESET = 'PASSWORD_RESET'\nenum Grant { Password = 'password', RefreshToken = 'refresh_token' }\nconst cookieName = 'session_token'\nconst csrfToken = document.querySelector('meta[name="csrf-token"]')\n`,
  ],
  [
    'src/Auth.java',
    `private static final String PASSWORD_PARAM = "j_password";\nprivate static final String TOKEN_HEADER = "X-Auth-Token";\nString password = request.getParameter("password");\nassertThat(user.getPassword()).isEqualTo(password);\n@Column(name = "password_hash") private String password;\nConfig.builder().password(props.getPassword()).build();\nlog.info("token {}", token);\npublic static final String SECRET_NAME = "db-credentials";\nthrow new BadCredentialsException("Invalid username or password");\n`,
  ],
  [
    'app.py',
    `password = getpass.getpass("Password: ")\ntoken = request.headers.get('Authorization')\nSECRET_KEY = os.environ['SECRET_KEY']\nparser.add_argument("--token", default=None, help="API token")\npassword = models.CharField(max_length=128)\nPASSWORD_HASHERS = ['django.contrib.auth.hashers.Argon2PasswordHasher']\nAUTH_TOKEN_MODEL = 'authtoken.Token'\nsession['token'] = secrets.token_hex(16)\nkey = Fernet.generate_key()\ntoken_url = "https://x.corp.net/oauth/token"\nform = {"grant_type": "password", "username": username, "password": password}\ndef set_password(self, password: str) -> None:\n    self.password_hash = generate_password_hash(password)\nerrors["password"] = "Too short, at least 8 characters"\n`,
  ],
  [
    'config.yml',
    `database:\n  host: localhost\n  username: postgres\n  password: postgres\nredis:\n  password: ""\njwt:\n  secret: \${JWT_SECRET}\n  token_ttl: 3600\noauth:\n  token_url: https://x.corp.net/token\n  client_secret_file: /run/secrets/x\nfeatures:\n  password_reset: true\n  token_refresh: enabled\npassword_policy: strong\nsecret_store: vault\n`,
  ],
  [
    'k8s.yaml',
    `kind: Deployment\nspec:\n  template:\n    spec:\n      serviceAccountName: token-reviewer\n      imagePullSecrets:\n      - name: regcred\n      containers:\n      - env:\n        - name: DB_PASSWORD\n          valueFrom:\n            secretKeyRef:\n              name: db\n              key: password\n        - name: TOKEN_PATH\n          value: /var/run/secrets/token\n        - name: PASSWORD_MIN_LENGTH\n          value: "12"\n        - name: SECRET_NAME\n          value: my-db-secret\n`,
  ],
  [
    '.github/workflows/ci.yml',
    `env:\n  TOKEN: \${{ secrets.GITHUB_TOKEN }}\nservices:\n  postgres:\n    env:\n      POSTGRES_PASSWORD: postgres\n      POSTGRES_USER: test\n  mysql:\n    env:\n      MYSQL_ROOT_PASSWORD: root\n      MYSQL_DATABASE: test_db\njobs:\n  a:\n    steps:\n    - run: mysql -uroot -proot -e 'create database x'\n    - run: psql postgres://postgres:postgres@localhost/test\n    - uses: docker/login-action@v3\n      with:\n        password: \${{ secrets.PW }}\n    - run: echo "\${{ secrets.PW }}" | docker login -u x --password-stdin\n`,
  ],
  [
    'docker-compose.yml',
    `services:\n  db:\n    environment:\n      POSTGRES_USER: app\n      POSTGRES_PASSWORD: app\n      MYSQL_ROOT_PASSWORD: example\n      MYSQL_PASSWORD: secret\n      REDIS_PASSWORD: \${REDIS_PASSWORD:-}\n      DATABASE_URL: postgres://app:app@db:5432/app\n      SECRET_KEY: changeme\n      RABBITMQ_DEFAULT_PASS: guest\n      ME_CONFIG_MONGODB_ADMINPASSWORD: example\n      TOKEN_EXPIRES: 3600s\n`,
  ],
  [
    'README.md',
    `Set \`API_KEY=your_api_key_here\` and run:\n\n    export TOKEN=<your token>\n    mysql -u root -p\n    curl -u username:password https://x.corp.net\n    curl -H "Authorization: Bearer YOUR_TOKEN" https://x.corp.net\n    docker run -e MYSQL_ROOT_PASSWORD=my-secret-pw -d mysql\n    psql postgres://user:pass@localhost:5432/db\n\nThe password must be at least 8 characters. Token: opaque string.\n`,
  ],
  [
    '.env.example',
    `DB_PASSWORD=secret\nAPI_KEY=xxxxxxxx\nSECRET_KEY=change-me-to-something-random\nJWT_SECRET=your-256-bit-secret\nSTRIPE_KEY=sk_test_xxx\nDATABASE_URL=postgres://user:password@localhost:5432/app\n`,
  ],
  [
    '.env',
    `NODE_ENV=production\nPORT=3000\nDB_HOST=localhost\nDB_PASSWORD=\nAPI_URL=https://api.corp.net\nTOKEN_TTL=86400\nLOG_LEVEL=info\nSESSION_COOKIE_NAME=sid\nSECRET_PROVIDER=vault\nNEXT_PUBLIC_KEY=pub\nFEATURE_TOKENS=true\nAWS_REGION=eu-central-1\n`,
  ],
  [
    'package-lock.json',
    `{ "packages": { "node_modules/x": { "resolved": "https://r.npm.corp.net/x.tgz", "integrity": "sha512-0Zk3bq2dVmJ1c8LrX5wQ9tYpN7hF4sGaUeRiOoPlKjMnBvCxZaSdFgHjKlQwErTyUiOp1234567890abcdefgh==" } } }\n`,
  ],
  [
    'main.tf',
    `variable "db_password" {\n  type      = string\n  sensitive = true\n}\nresource "aws_db_instance" "x" {\n  password = var.db_password\n  manage_master_user_password = true\n}\nresource "aws_secretsmanager_secret" "s" {\n  name = "prod/db/password"\n}\ndata "vault_generic_secret" "t" {\n  path = "secret/token"\n}\noutput "token" {\n  value = random_password.p.result\n}\n`,
  ],
  [
    'values.yaml',
    `auth:\n  rootPassword: ""\n  existingSecret: "db-secret"\n  secretKeys:\n    adminPasswordKey: postgres-password\n  password: "{{ .Values.global.password }}"\ningress:\n  tls:\n  - secretName: tls-secret\n`,
  ],
  [
    'playbook.yml',
    `- hosts: all\n  vars:\n    db_password: "{{ vault_db_password }}"\n  tasks:\n  - user:\n      name: x\n      password: "{{ pw | password_hash('sha512') }}"\n      update_password: on_create\n  - set_fact:\n      token: "{{ result.json.token }}"\n`,
  ],
  [
    'schema.sql',
    `CREATE TABLE users (password varchar(255), token text);\nALTER TABLE users ADD COLUMN password_hash text;\nCREATE USER 'x'@'%' IDENTIFIED BY :password;\nALTER ROLE x PASSWORD NULL;\nSELECT password FROM users WHERE token = $1;\nUPDATE users SET password = MD5(?) WHERE id = 1;\n`,
  ],
  [
    'App.cs',
    `var password = Configuration["Db:Password"];\nservices.Configure<IdentityOptions>(o => o.Password.RequireDigit = true);\n[DataType(DataType.Password)] public string Password { get; set; }\nvar token = await tokens.CreateAsync(user, "reset-password");\nconst string TokenType = "Bearer";\nConnectionString = "Server=(localdb)\\\\mssqllocaldb;Database=x;Trusted_Connection=True";\n`,
  ],
  [
    'main.go',
    `password := os.Getenv("DB_PASSWORD")\nflag.StringVar(&token, "token", "", "API token")\nif password == "" { return errors.New("password is required") }\ncfg.Password = viper.GetString("db.password")\nfmt.Sprintf("postgres://%s:%s@%s/%s", user, password, host, db)\ntype Credentials struct { Password string \`json:"password"\` }\nconst tokenCookie = "session-token"\n`,
  ],
  [
    'index.php',
    `$password = $_POST['password'];\n$hash = password_hash($password, PASSWORD_DEFAULT);\ndefine('DB_PASSWORD', getenv('DB_PASSWORD'));\n$pdo = new PDO($dsn, $user, $pass);\n'password' => 'required|string|min:8',\n'password' => Hash::make($request->password),\n__('auth.password') ;\n$token = bin2hex(random_bytes(16));\n`,
  ],
  [
    'app.rb',
    `password: ENV['DB_PASSWORD'],\nhas_secure_password\nvalidates :password, length: { minimum: 8 }\nparams.permit(:email, :password, :token)\nattr_accessor :password\nt.string :password_digest\nuser.update(password: params[:password])\n`,
  ],
  [
    'x.sh',
    `PASSWORD=$(openssl rand -base64 32)\nread -sp "Password: " PASSWORD\nexport TOKEN="$(cat /run/secrets/token)"\nmysql -u"$USER" -p"$PASSWORD"\ncurl -u "$USER:$PASSWORD" https://x.corp.net\necho "usage: $0 --password PASSWORD --token TOKEN"\nif [ -z "$API_KEY" ]; then exit 1; fi\nsshpass -e ssh x\nPGPASSWORD="$PW" psql\nkubectl get secret db -o jsonpath='{.data.password}' | base64 -d\ngpg --passphrase-fd 0\nPASS_COUNT=12345678\nTOKEN_FILE=~/.token\nkeytool -storepass changeit -x\n`,
  ],
  [
    'nginx.conf',
    `auth_basic "Restricted";\nauth_basic_user_file /etc/nginx/.htpasswd;\nssl_certificate_key /etc/ssl/private/key.pem;\nssl_password_file /etc/ssl/pass;\nproxy_set_header X-Forwarded-For $remote_addr;\n`,
  ],
  [
    'messages.properties',
    `login.password=Password\nlogin.password.confirm=Confirm password\nerror.token.expired=Token expired\nlabel.secret=Secret\nuser.password.placeholder=Password1\n`,
  ],
  [
    'strings.xml',
    `<string name="password">Password</string><string name="enter_token">Enter token</string><string name="secret_question">Secret question</string>\n`,
  ],
  [
    'pom.xml',
    `<server><username>\${env.USER}</username><password>\${env.PASSWORD}</password></server><keystore.password>changeit</keystore.password><token.version>1.2.3</token.version>\n`,
  ],
  [
    'Info.plist',
    `<key>NSFaceIDUsageDescription</key><string>Unlock with your password</string><key>PasswordRules</key><string>minlength: 8</string>\n`,
  ],
  ['x.css', `.password-input { color: #c0ffee; } #token { content: "secret123"; }\n`],
  [
    'test/auth.test.ts',
    `const user = { email: 'a@x.corp.net', password: 'password123' }\nlogin('bob', 'hunter22')\nexpect(token).toBe('abc123def456')\nconst secret = 'test-secret-1'\nawait request.post('/login').send({ username: 'alice', password: 'Str0ngP@ss' })\n`,
  ],
  [
    'spec/user_spec.rb',
    `let(:password) { 'Passw0rd!' }\nUser.create!(password: 'secret12', password_confirmation: 'secret12')\n`,
  ],
  [
    'openapi.yaml',
    `paths:\n  /token:\n    post:\n      requestBody:\n        content:\n          x:\n            example:\n              username: alice\n              password: s3cr3t\ncomponents:\n  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-API-Key\n`,
  ],
  [
    'x.http',
    `POST https://x.corp.net/login\nAuthorization: Bearer {{token}}\n\n{ "username": "{{user}}", "password": "{{password}}" }\n`,
  ],
  [
    'CHANGELOG.md',
    `- Fixed token refresh (#1234)\n- password: strength meter added in 4.2.1\n- Bump secret-scanner from 1.2.3 to 1.2.4\n- commit da39a3ee5e6b4b0d3255bfef95601890afd80709\n`,
  ],
  ['go.sum', `github.com/x/token v1.2.3 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`],
  [
    'jest.config.js',
    `module.exports = { transformIgnorePatterns: ['node_modules/(?!token)'], testEnvironmentOptions: { url: 'https://x.corp.net' } }\n`,
  ],
  ['Vagrantfile', `config.ssh.username = "vagrant"\nconfig.ssh.password = "vagrant"\n`],
  ['wp-config.php', `define('DB_PASSWORD', 'password_here');\ndefine('AUTH_KEY', 'put your unique phrase here');\n`],
  [
    'tomcat-users.xml',
    `<user username="tomcat" password="s3cret" roles="x"/>\n<user username="admin" password="admin" roles="x"/>\n`,
  ],
  [
    'application.properties',
    `spring.datasource.password=\${DB_PASSWORD}\nspring.security.user.password=password\nmanagement.token=\nserver.ssl.key-store-password=changeit\njwt.expiration=86400000\nspring.security.oauth2.client.registration.x.client-secret=\${SECRET}\n`,
  ],
  [
    'x.ps1',
    `$password = Read-Host -AsSecureString\n$cred = Get-Credential\nparam([string]$Password, [string]$Token)\n$token = (Get-AzAccessToken).Token\n`,
  ],
  ['x.bat', `set /p PASSWORD=Enter password: \nset PASSWORD=%1\nnet use z: \\\\s\\x %PASSWORD% /user:%USER%\n`],
  [
    'x.ini',
    `[auth]\npassword_encryption = scram-sha-256\ntoken_lifetime = 3600\npassword_file = /etc/x\nsecret_backend = vault\n[client]\nssl_key_password = \n`,
  ],
  [
    'Makefile',
    `TOKEN ?= $(shell cat .token)\nPASSWORD := $(DB_PASSWORD)\ntest:\n	DB_PASSWORD=postgres go test ./...\n	TOKEN=test make x\n`,
  ],
  [
    'Dockerfile',
    `ARG TOKEN\nENV TOKEN=$TOKEN\nENV DB_PASSWORD=\nRUN --mount=type=secret,id=token TOKEN=$(cat /run/secrets/token) npm ci\nENV SECRET_PATH=/run/secrets\nRUN echo "root:root" | chpasswd\n`,
  ],
])
