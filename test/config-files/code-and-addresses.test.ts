import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    'client.py',
    `requests.get(URL, auth=('deploy', '⟦chosen⟧'))\nrequests.get(URL, auth=HTTPBasicAuth('deploy', '⟦chosen⟧'))\nsmtp = smtplib.SMTP('smtp.corp.net')\nsmtp.login('me@corp.net', '⟦chosen⟧')\nsmtp.login(SENDER, '⟦pw⟧')\nftp = FTP('ftp.corp.net', user='deploy', passwd='⟦chosen⟧')\n`,
  ],
  [
    'client.js',
    `const t = nodemailer.createTransport({ host: 'smtp.corp.net', auth: { user: 'me@corp.net', pass: '⟦chosen⟧' } })\naxios.get(url, { auth: { username: 'deploy', password: '⟦chosen⟧' } })\nfetch(url, { headers: { Authorization: 'Bearer ⟦alnum:40⟧' } })\nconst password = "⟦chosen⟧"\n`,
  ],
  [
    'Client.java',
    `Authenticator a = new PasswordAuthentication("me@corp.net", "⟦chosen⟧".toCharArray());\nconn.setPassword("⟦chosen⟧");\nprops.put("mail.smtp.password", "⟦chosen⟧");\nString auth = Credentials.basic("deploy", "⟦pw⟧");\n`,
  ],
  [
    'Client.cs',
    `var c = new NetworkCredential("deploy", "⟦chosen⟧");\nclient.Credentials = new NetworkCredential("deploy", "⟦pw⟧", "CORP");\nvar cs = "Server=sql.corp.net;Database=a;Uid=sa;Pwd=⟦chosen⟧";\n`,
  ],
  [
    'client.rb',
    `Net::FTP.open('ftp.corp.net', 'deploy', '⟦pw⟧')\nconfig.password = '⟦chosen⟧'\nhttp.basic_auth('deploy', '⟦chosen⟧')\n`,
  ],
  [
    'client.go',
    `req.SetBasicAuth("deploy", "⟦chosen⟧")\ndb, _ := sql.Open("mysql", "shop:⟦chosen⟧@tcp(db1.corp.net:3306)/shop")\ndsn := "postgres://shop:⟦chosen⟧@pg.corp.net/shop"\n`,
  ],
  [
    'client.php',
    `$conn = ftp_connect('ftp.corp.net');\nftp_login($conn, 'deploy', '⟦chosen⟧');\n$mail->Password = '⟦chosen⟧';\ncurl_setopt($ch, CURLOPT_USERPWD, 'deploy:⟦chosen⟧');\n`,
  ],
  [
    'settings.toml',
    `[db]\nurl = "postgresql+asyncpg://shop:⟦chosen⟧@pg.corp.net/shop"\n[cache]\nurl = "redis://:⟦pw⟧@r1.corp.net:6379/0"\n[queue]\nurl = 'amqps://app:⟦chosen⟧@mq.corp.net/v'\n[mail]\nurl = "smtps://me%40corp.net:⟦chosen⟧@smtp.corp.net:465"\n`,
  ],
  [
    '.env',
    `DB_HOST=db1.corp.net\nDB_USERNAME=shop\nDB_PASSWORD=⟦word⟧\nAPP_KEY="⟦alnum:32⟧"\nMAIL_PASSWORD='⟦chosen⟧' # mail\nexport REDIS_URL=redis://:⟦pw⟧@r1.corp.net:6379\nMONGO_URI=mongodb+srv://app:⟦chosen⟧@c0.corp.net/shop\nJWT_SECRET=⟦chosen⟧⟧\n`.replace(
      '⟧⟧',
      '⟧',
    ),
  ],
  [
    'run.sh',
    `mysql -u root -p⟦chosen⟧ shop\nmongo admin -u root -p ⟦chosen⟧\nmongodump --host m1 -u app --password ⟦chosen⟧\nldapsearch -x -D cn=admin -w ⟦chosen⟧ -b dc=x\naz login --service-principal -u app -p ⟦pw⟧ --tenant t\nkeytool -genkey -storepass ⟦chosen⟧ -keypass ⟦pw⟧\nopenssl rsa -in k.pem -passin pass:⟦chosen⟧\n7z a -p⟦pw⟧ x.7z d\nhelm install db x/y --set auth.password=⟦chosen⟧\n`,
  ],
])

expectQuiet([
  [
    'client.py',
    "requests.get(URL, auth=(USER, PASSWORD))\nsmtp.login(user, password)\nsmtp.login('me@corp.net', os.environ['SMTP_PASSWORD'])\nparser.add_argument('--password', help='Password of the user')\nform = LoginForm(data={'username': 'user', 'password': 'password'})\n",
  ],
  [
    'client.js',
    "login(user, 'password')\nconst { username, password } = req.body\nt('login.password', 'Password')\nconst token = await getToken(user, 'refresh')\nit('asks for a password', () => {})\nconst css = { color: '#c0ffee', passwordInput: 'password-input' }\nimport { token } from './token'\nconst sha = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'\n",
  ],
  [
    'README.yml',
    'url: postgres://user:password@localhost:5432/db\nother: mysql://root:root@127.0.0.1/test\nthird: redis://localhost:6379\nfourth: postgres://<user>:<password>@host/db\nfifth: postgres://${USER}:${PASS}@host/db\n',
  ],
  [
    '.env',
    'DB_PASSWORD=\nDB_PASSWORD=${OTHER}\nAPP_KEY=changeme\nTOKEN_TTL=3600\nSESSION_COOKIE=session\nAPI_URL=https://api.corp.net\nSECRET_NAME=my-secret\n',
  ],
])
