import { expectFound } from './expect-files.ts'

expectFound([
  [
    '.mozilla/firefox/logins.json',
    `{"nextId":2,"logins":[{"id":1,"hostname":"https://x.corp.net","encryptedUsername":"MDIEEPgAAAAAAAAAAAAAAAAAAAEwFAYIKoZIhvcNAwcECA==","encryptedPassword":"⟦alnum:64⟧","guid":"{x}"}]}\n`,
  ],
  [
    'db/mongoid.yml',
    `production:\n  clients:\n    default:\n      database: shop\n      hosts:\n        - m1.corp.net:27017\n      options:\n        user: 'app'\n        password: '⟦word⟧'\n`,
  ],
  ['cloud/heroku.json', `{ "HEROKU_EMAIL": "me@corp.net", "HEROKU_API_KEY": "⟦hex:40⟧" }\n`],
  ['cloud/.credentials', `[default]\naws_secret_access_key = ⟦alnum:40⟧\n`],
  [
    'config/initializers/secret_token.rb',
    `App::Application.config.secret_token = '⟦hex:128⟧'\nApp::Application.config.secret_key_base = "⟦hex:128⟧"\n`,
  ],
  ['config/initializers/devise.rb', `config.secret_key = '⟦hex:128⟧'\nconfig.omniauth :github, 'APP_ID', '⟦hex:40⟧'\n`],
  ['config/initializers/carrierwave.rb', `aws_secret_access_key: '⟦alnum:40⟧'\n`],
  [
    'config/environments/production.rb',
    `config.action_mailer.smtp_settings = { address: 'smtp.corp.net', user_name: 'me', password: '⟦chosen⟧', authentication: :plain }\n`,
  ],
  ['config/sidekiq.yml', `:password: ⟦chosen⟧\n`],
  ['config/cable.yml', `production:\n  adapter: redis\n  url: redis://:⟦chosen⟧@r1.corp.net:6379/1\n`],
  [
    'settings_local.py',
    `DB_PASS = '⟦word⟧'\nEMAIL_HOST_USER = 'me'\nEMAIL_HOST_PASSWORD = '⟦word⟧'\nSECRET_KEY = '⟦alnum:50⟧'\nAWS_SECRET_ACCESS_KEY = '⟦alnum:40⟧'\nREDIS_PASSWORD = "⟦chosen⟧"\nSOCIAL_AUTH_GOOGLE_OAUTH2_SECRET = '⟦alnum:24⟧'\nSTRIPE_KEY = '⟦alnum:32⟧'\n`,
  ],
  [
    'config.py',
    `class Config:\n    SECRET_KEY = '⟦chosen⟧'\n    SQLALCHEMY_DATABASE_URI = 'mysql://root:⟦chosen⟧@db1.corp.net/x'\n    MAIL_PASSWORD = '⟦word⟧'\n    JWT_SECRET_KEY = '⟦alnum:32⟧'\napp.secret_key = '⟦alnum:24⟧'\napp.config['SECRET_KEY'] = '⟦alnum:24⟧'\napp.config.update(SECRET_KEY='⟦alnum:24⟧', MAIL_PASSWORD='⟦chosen⟧')\n`,
  ],
  [
    'app.js',
    `mongoose.connect('mongodb://app:⟦chosen⟧@ds1.mlab.corp.net:27017/x');\napp.use(session({ secret: '⟦chosen⟧', resave: false }));\nvar transporter = nodemailer.createTransport({ service: 'gmail', auth: { user: 'me@corp.net', pass: '⟦word⟧' } });\nconst connection = mysql.createConnection({ host: 'db1', user: 'root', password: '⟦word⟧', database: 'x' });\nnew Pool({ user: 'app', host: 'pg', database: 'x', password: '⟦word⟧', port: 5432 });\nconst cloudinary = { cloud_name: 'x', api_key: '123456789012345', api_secret: '⟦alnum:27⟧' };\npassport.use(new Strategy({ clientID: 'x', clientSecret: '⟦alnum:32⟧' }));\nconst apiKey = '⟦hex:32⟧';\nfetch('https://x.corp.net/v1?api_key=⟦hex:32⟧');\nfetch('https://x.corp.net/v1?q=a&access_token=⟦alnum:40⟧');\nheaders: { 'X-Auth-Token': '⟦alnum:32⟧', 'Ocp-Apim-Subscription-Key': '⟦hex:32⟧' }\n`,
  ],
  [
    'Config.java',
    `private static final String DB_PASSWORD = "⟦word⟧";\nprivate String apiKey = "⟦alnum:32⟧";\nprops.setProperty("password", "⟦chosen⟧");\nds.setUsername("app"); ds.setPassword("⟦chosen⟧");\nString token = "⟦alnum:40⟧";\nSecretKeySpec k = new SecretKeySpec("⟦alnum:16⟧".getBytes(), "AES");\nAlgorithm.HMAC256("⟦alnum:24⟧");\n`,
  ],
  [
    'crypto.py',
    `cipher = AES.new('⟦alnum:16⟧', AES.MODE_CBC)\nfernet = Fernet(b'⟦alnum:43⟧')\nhmac.new(b'⟦alnum:32⟧', msg, sha256)\njwt.encode(p, '⟦alnum:24⟧', algorithm='HS256')\njwt.decode(t, "⟦alnum:24⟧")\n`,
  ],
  [
    'Program.cs',
    `var client = new HttpClient(); client.DefaultRequestHeaders.Add("X-Api-Key", "⟦alnum:32⟧");\nnew AuthenticationHeaderValue("Bearer", "⟦alnum:40⟧");\nconst string ConnectionString = "Server=s1;Database=x;User Id=sa;Password=⟦word⟧;";\n`,
  ],
  [
    'main.go',
    `const apiKey = "⟦alnum:32⟧"\nvar dbPassword = "⟦word⟧"\nreq.Header.Set("Authorization", "Bearer ⟦alnum:40⟧")\nreq.Header.Add("X-Api-Key", "⟦hex:32⟧")\nopts := &redis.Options{Addr: "r1:6379", Password: "⟦chosen⟧"}\njwt.SigningMethodHS256; token.SignedString([]byte("⟦alnum:24⟧"))\n`,
  ],
  [
    'index.php',
    `$conn = new mysqli("db1", "root", "⟦word⟧", "x");\ndefine('API_KEY', '⟦alnum:32⟧');\n$client->setClientSecret('⟦alnum:24⟧');\n$config['encryption_key'] = '⟦alnum:32⟧';\nconst TOKEN = '⟦alnum:32⟧';\ncurl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: Bearer ⟦alnum:40⟧']);\n`,
  ],
  [
    'app.rb',
    `Stripe.api_key = '⟦alnum:32⟧'\nDB = Sequel.connect(adapter: 'postgres', host: 'pg', user: 'app', password: '⟦word⟧')\nhttp.basic_auth 'me', '⟦chosen⟧'\nMysql2::Client.new(host: "db1", username: "root", password: "⟦word⟧")\nNet::SSH.start('h1', 'me', password: '⟦chosen⟧')\nset :session_secret, '⟦alnum:64⟧'\n`,
  ],
  [
    'deploy.py',
    `env.password = '⟦chosen⟧'\nftp = ftplib.FTP('ftp.corp.net', 'me', '⟦chosen⟧')\nftp.login('me', '⟦chosen⟧')\nserver.login("me@corp.net", "⟦chosen⟧")\nredis.Redis(host='r1', password='⟦chosen⟧')\nMongoClient('m1', username='a', password='⟦word⟧')\npsycopg2.connect(dbname='x', user='a', password='⟦word⟧', host='pg')\nmysql.connector.connect(user='root', password='⟦word⟧', host='db1')\nrequests.post(url, json={'username': 'me', 'password': '⟦chosen⟧'})\nrequests.get(url, params={'api_key': '⟦hex:32⟧'})\nclient = Client(api_key='⟦alnum:32⟧')\nos.environ['API_TOKEN'] = '⟦alnum:32⟧'\nos.environ.setdefault('DB_PASSWORD', '⟦chosen⟧')\n`,
  ],
  [
    '.env',
    `APP_SECRET=⟦word⟧\nDB_PASS=⟦chosen⟧\nAPI_KEY=⟦alnum:24⟧\nSTRIPE=⟦alnum:32⟧\nMAILGUN=⟦hex:32⟧\nPASSWORD='⟦word⟧'\nSMTP_PASS=⟦pw⟧\nENCRYPTION_KEY=⟦hex:64⟧\nADMIN_PASS=⟦chosen⟧ # admin\nexport FTP_PASS="⟦chosen⟧"\nCLIENT_SECRET = ⟦alnum:24⟧\nMYSQL_URL=mysql://root:⟦word⟧@db1:3306/x\nKEY=⟦alnum:32⟧\nSALT=⟦alnum:24⟧\n`,
  ],
  [
    'config.yaml',
    `database:\n  user: app\n  password: ⟦word⟧\n  host: pg\nsmtp:\n  username: me\n  password: ⟦chosen⟧\njwt:\n  secret: ⟦chosen⟧\napi_key: ⟦alnum:24⟧\nsession_secret: ⟦alnum:20⟧\nadmin:\n  password: ⟦chosen⟧\naws:\n  secret_key: ⟦alnum:40⟧\ntoken: ⟦hex:40⟧\nslack:\n  webhook_secret: ⟦hex:32⟧\n`,
  ],
  [
    'config.toml',
    `[database]\nuser = "app"\npassword = "⟦word⟧"\nserver = "pg"\n[auth]\nsecret = "⟦chosen⟧"\njwt_secret = "⟦alnum:24⟧"\ntoken = "⟦alnum:32⟧"\n`,
  ],
  ['config.ini', `[database]\nuser = app\npassword = ⟦word⟧\n[api]\nsecret_key = ⟦alnum:24⟧\ntoken = ⟦alnum:24⟧\n`],
  [
    'config.xml',
    `<config><db user="app" password="⟦word⟧"/><apiKey>⟦alnum:32⟧</apiKey><password>⟦chosen⟧</password><connectionString>Server=s1;Database=x;Uid=a;Pwd=⟦chosen⟧</connectionString><add key="Secret" value="⟦alnum:24⟧"/><setting name="Password" serializeAs="String"><value>⟦chosen⟧</value></setting></config>\n`,
  ],
  [
    'main.tf',
    `provider "aws" {\n  access_key = "AKIA"\n  secret_key = "⟦alnum:40⟧"\n}\nresource "azurerm_mssql_server" "x" {\n  administrator_login = "me"\n  administrator_login_password = "⟦chosen⟧"\n}\nresource "random" "y" {\n  environment = {\n    DB_PASSWORD = "⟦word⟧"\n  }\n}\nlocals {\n  token = "⟦alnum:32⟧"\n}\n`,
  ],
  [
    'Dockerfile',
    `ENV POSTGRES_PASSWORD ⟦word⟧\nENV MYSQL_ROOT_PASSWORD=⟦word⟧\nENV SECRET_KEY="⟦alnum:24⟧" DEBUG=1\nARG GITHUB_TOKEN=⟦alnum:40⟧\nRUN git clone https://me:⟦alnum:32⟧@git.corp.net/a/b\nRUN useradd me && echo me:⟦chosen⟧ | chpasswd\nRUN mysql -uroot -p⟦chosen⟧ -e x\nCMD ["node", "x.js", "--password=⟦chosen⟧"]\nLABEL token=x\n`,
  ],
  [
    'README.md',
    `Run with:\n\n    export API_TOKEN=⟦alnum:40⟧\n    curl -u me:⟦pw⟧ https://x.corp.net\n\nConnect to postgres://app:⟦alnum:16⟧@pg.corp.net/x\n`,
  ],
  [
    'logs/app.log',
    `2024-01-01 GET /v1?access_token=⟦alnum:40⟧ 200\n2024-01-01 DEBUG password=⟦pw⟧ user=me\nAuthorization: Bearer ⟦alnum:40⟧\nConnecting to mysql://root:⟦chosen⟧@db1.corp.net/x\n`,
  ],
  [
    'index.html',
    `<script>var apiKey = "⟦alnum:32⟧"; const token = '⟦alnum:40⟧';</script>\n<input type="hidden" name="secret" value="⟦alnum:32⟧">\n`,
  ],
  ['x.vue', `const secret = '⟦alnum:32⟧'\n`],
  ['AndroidManifest.xml', `<meta-data android:name="com.x.API_KEY" android:value="⟦alnum:39⟧"/>\n`],
  [
    'res/values/strings.xml',
    `<string name="api_key">⟦alnum:39⟧</string><string name="client_secret">⟦alnum:32⟧</string>\n`,
  ],
  ['Info.plist', `<key>ApiSecret</key>\n<string>⟦alnum:32⟧</string>\n`],
  [
    'build.gradle',
    `buildConfigField "String", "API_KEY", '"⟦alnum:32⟧"'\nresValue "string", "api_secret", "⟦alnum:32⟧"\ndef password = "⟦chosen⟧"\next.token = '⟦alnum:32⟧'\n`,
  ],
  ['gradle.properties', `systemProp.https.proxyPassword=⟦word⟧\nossrhPassword=⟦chosen⟧\nAPI_KEY="⟦alnum:32⟧"\n`],
  [
    'pom.xml',
    `<properties><db.password>⟦word⟧</db.password><sonar.login>⟦hex:40⟧</sonar.login></properties><configuration><password>⟦chosen⟧</password><keypass>⟦word⟧</keypass><storepass>⟦chosen⟧</storepass></configuration>\n`,
  ],
  [
    'x.sh',
    `PASS="⟦chosen⟧"\nTOKEN=⟦alnum:32⟧\nsshpass -p "⟦chosen⟧" ssh x\necho ⟦chosen⟧ | sudo -S x\ncurl -d "username=me&password=⟦chosen⟧" https://x.corp.net\ncurl -d '{"user":"me","password":"⟦chosen⟧"}' https://x.corp.net\ncurl -H "Authorization: token ⟦hex:40⟧" https://x.corp.net\ncurl "https://x.corp.net/?token=⟦alnum:32⟧"\nmysql -h db -u x --password="⟦chosen⟧" y\nexport PGPASSWORD="⟦chosen⟧"\nhttp POST x password=⟦chosen⟧\nopenssl enc -pass pass:⟦chosen⟧ -in x\nssh-keygen -N "⟦chosen⟧" -f x\nvault login -method=userpass username=me password=⟦chosen⟧\nrestic -p x\ngpg --batch --passphrase "⟦chosen⟧" x\n`,
  ],
])
