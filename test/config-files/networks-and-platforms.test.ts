import { expectFound } from './expect-files.ts'

expectFound([
  [
    'router.cfg',
    `enable password ⟦chosen⟧\nusername admin privilege 15 password 0 ⟦chosen⟧\nusername ops password 7 ⟦HEX:22⟧\nsnmp-server community ⟦chosen⟧ RW\ntacacs-server key ⟦chosen⟧\nradius-server host 10.0.0.1 key ⟦chosen⟧\n ppp chap password 0 ⟦chosen⟧\n key-string ⟦chosen⟧\nip ftp password ⟦chosen⟧\ncrypto isakmp key ⟦chosen⟧ address 10.0.0.2\n neighbor 10.0.0.3 password ⟦chosen⟧\n wpa-psk ascii 0 ⟦chosen⟧\nline vty 0 4\n password ⟦chosen⟧\n`,
  ],
  [
    'junos.conf',
    `set system root-authentication plain-text-password-value "⟦chosen⟧"\nset snmp community ⟦chosen⟧ authorization read-only\nset security ike policy p pre-shared-key ascii-text "⟦chosen⟧"\nauthentication-key "⟦chosen⟧";\n`,
  ],
  [
    'mikrotik.rsc',
    `/ppp secret add name=me password=⟦chosen⟧ profile=x\n/user add name=me password=⟦chosen⟧ group=full\n/ip ipsec identity add secret=⟦chosen⟧\n`,
  ],
  [
    'fortigate.conf',
    `config system admin\n edit "me"\n  set password ⟦chosen⟧\n next\nset psksecret ⟦chosen⟧\nset passwd ⟦chosen⟧\n`,
  ],
  [
    'openwrt/wireless',
    `config wifi-iface\n	option ssid 'home'\n	option key '⟦chosen⟧'\n	option encryption 'psk2'\n`,
  ],
  [
    'etc/config/network',
    `config interface 'wan'\n	option proto 'pppoe'\n	option username 'me'\n	option password '⟦chosen⟧'\n`,
  ],
  [
    'cloud-init.yaml',
    `#cloud-config\npassword: ⟦chosen⟧\nchpasswd:\n  list: |\n    root:⟦chosen⟧\nusers:\n- name: x\n`,
  ],
  ['ks.cfg', `rootpw ⟦chosen⟧\nbootloader --password=⟦chosen⟧\n`],
  ['autoinstall.yaml', `identity:\n  username: me\n  password: "⟦pw⟧"\n`],
  [
    'LocalSettings.php',
    `$wgSMTP = [ 'host' => 'x', 'username' => 'me', 'password' => '⟦chosen⟧' ];\n$wgDBpassword = "⟦word⟧";\n`,
  ],
  [
    'config_inc.php',
    `$g_db_password = '⟦word⟧';\n$g_smtp_password = '⟦chosen⟧';\n$g_crypto_master_salt = '⟦alnum:32⟧';\n`,
  ],
  [
    'conf/config.php',
    `$conf['db_password'] = '⟦word⟧';\n$dbpasswd = '⟦word⟧';\n$sql_pass = '⟦chosen⟧';\nvar $db_pass = '⟦chosen⟧';\npublic $smtppass = '⟦word⟧';\n`,
  ],
  [
    'config.inc.php',
    `$config['db_dsnw'] = 'mysql://roundcube:⟦chosen⟧@localhost/roundcubemail';\n$config['des_key'] = '⟦alnum:24⟧';\n$rcmail_config['smtp_pass'] = '⟦chosen⟧';\n`,
  ],
  [
    'parameters.yml',
    `parameters:\n    database_user: app\n    database_password: ⟦word⟧\n    mailer_password: ⟦word⟧\n    secret: ⟦hex:40⟧\n`,
  ],
  [
    'app/config/database.php',
    `public $default = array('host' => 'localhost', 'login' => 'app', 'password' => '⟦word⟧', 'database' => 'x');\n`,
  ],
  [
    'common/config/main-local.php',
    `'db' => ['dsn' => 'mysql:host=localhost;dbname=x', 'username' => 'root', 'password' => '⟦word⟧'],\n'cookieValidationKey' => '⟦alnum:32⟧',\n`,
  ],
  [
    'application/config/database.php',
    `$db['default'] = array('hostname' => 'localhost', 'username' => 'root', 'password' => '⟦word⟧', 'database' => 'x');\n`,
  ],
  [
    'owncloud/config.php',
    `$CONFIG = array ( 'passwordsalt' => '⟦alnum:30⟧', 'secret' => '⟦alnum:48⟧', 'dbuser' => 'oc', 'dbpassword' => '⟦alnum:30⟧', 'mail_smtppassword' => '⟦chosen⟧' );\n`,
  ],
  [
    'conf/app.conf',
    `application.secret="⟦alnum:64⟧"\ndb.default.password="⟦word⟧"\nplay.http.secret.key="⟦alnum:64⟧"\n`,
  ],
  ['Config.groovy', `grails.mail.password = "⟦chosen⟧"\n`],
  [
    'config/datasources.json',
    `{ "db": { "connector": "mysql", "host": "db1", "user": "root", "password": "⟦word⟧" } }\n`,
  ],
  [
    'sails/config/local.js',
    `module.exports = { adapter: 'sails-mysql', user: 'root', password: '⟦chosen⟧', session: { secret: '⟦hex:32⟧' } }\n`,
  ],
  ['meteor/settings.json', `{ "private": { "stripeSecret": "⟦alnum:32⟧", "mailPassword": "⟦word⟧" } }\n`],
  ['hugo.toml', `[params]\nalgolia_api_key = "⟦hex:32⟧"\n`],
  ['_config.yml', `github_token: ⟦hex:40⟧\nsmtp_password: ⟦word⟧\n`],
  ['mkdocs.yml', `x: 1\ntoken: ⟦alnum:32⟧\n`],
  ['ghost.json', `{"mail":{"auth":{"user":"me","pass":"⟦word⟧"}},"host":"x"}\n`],
  [
    'strapi/database.js',
    `connection: { host: env('H','localhost'), user: env('U','app'), password: env('DATABASE_PASSWORD', '⟦chosen⟧') }\n`,
  ],
  ['medusa-config.js', `jwtSecret: "⟦chosen⟧", cookieSecret: "⟦chosen⟧"\n`],
  ['next.config.js', `env: { API_SECRET: '⟦alnum:32⟧', DB_PASSWORD: '⟦chosen⟧' }\n`],
  [
    'src/environments/environment.ts',
    `export const environment = { production: false, apiKey: '⟦alnum:39⟧', clientSecret: '⟦alnum:32⟧' }\n`,
  ],
  ['ionic.config.json', `{ "apiKey": "⟦alnum:39⟧", "secret": "⟦alnum:32⟧" }\n`],
  [
    'assets/config.json',
    `{ "endpoint": "https://x.corp.net", "user": "svc", "password": "⟦chosen⟧", "token": "⟦alnum:32⟧" }\n`,
  ],
  ['supabase.ts', `const serviceKey = '⟦alnum:60⟧'\n`],
  [
    'unity/Config.cs',
    `public static string ApiKey = "⟦alnum:32⟧";\npublic const string ServerPassword = "⟦chosen⟧";\n[SerializeField] private string token = "⟦alnum:32⟧";\n`,
  ],
  ['godot/export_presets.cfg', `keystore/release_password="⟦chosen⟧"\nkeystore/debug_password="android"\n`],
  ['electron-builder.env', `CSC_KEY_PASSWORD=⟦word⟧\nAPPLE_ID_PASSWORD=⟦chosen⟧\n`],
  ['.appveyor.yml', `environment:\n  NUGET_API_KEY: ⟦alnum:46⟧\n`],
  ['.drone.yml', `environment:\n  DEPLOY_PASSWORD: ⟦word⟧\nsettings:\n  password: ⟦chosen⟧\n  username: me\n`],
  [
    'wercker.yml',
    `deploy:\n  steps:\n  - script:\n      code: sshpass -p ⟦chosen⟧ ssh x\n  - internal/docker-push:\n      username: me\n      password: ⟦chosen⟧\n`,
  ],
  ['buildspec.yml', `env:\n  variables:\n    DB_PASSWORD: "⟦word⟧"\n`],
  ['cloudbuild.yaml', `env:\n- 'DB_PASSWORD=⟦word⟧'\n- 'API_KEY=⟦alnum:32⟧'\n`],
  ['codemagic.yaml', `vars:\n  CM_KEYSTORE_PASSWORD: ⟦word⟧\n  CM_KEY_PASSWORD: ⟦chosen⟧\n`],
  ['fly.toml', `[env]\n  SECRET_KEY = "⟦alnum:32⟧"\n  DB_PASSWORD = "⟦word⟧"\n`],
  ['render.yaml', `envVars:\n- key: DB_PASSWORD\n  value: ⟦word⟧\n- key: API_TOKEN\n  value: ⟦alnum:32⟧\n`],
  ['wrangler.toml', `[vars]\nAPI_TOKEN = "⟦alnum:32⟧"\nDB_PASSWORD = "⟦word⟧"\n`],
  ['netlify.toml', `[build.environment]\n  API_SECRET = "⟦alnum:32⟧"\n`],
  ['samconfig.toml', `parameter_overrides = "DBPassword=⟦chosen⟧ Stage=prod"\n`],
  ['cdk.json', `{ "context": { "dbPassword": "⟦word⟧" } }\n`],
  [
    'chart/secret.yaml',
    `apiVersion: v1\nkind: Secret\ntype: Opaque\nstringData:\n  DB_PASSWORD: "⟦word⟧"\n  token: ⟦alnum:32⟧\n`,
  ],
  ['kustomization.yaml', `secretGenerator:\n- name: db\n  literals:\n  - password=⟦chosen⟧\n  - username=app\n`],
  [
    'argocd-cm.yaml',
    `data:\n  dex.config: |\n    connectors:\n    - config:\n        clientSecret: ⟦alnum:32⟧\n        bindPW: ⟦chosen⟧\n`,
  ],
  [
    'homeassistant/configuration.yaml',
    `mqtt:\n  broker: m1\n  username: ha\n  password: ⟦word⟧\nnotify:\n- platform: smtp\n  password: ⟦chosen⟧\n  sender: x\nhttp:\n  api_password: ⟦chosen⟧\n`,
  ],
  ['zigbee2mqtt.yaml', `mqtt:\n  server: mqtt://m1\n  user: z\n  password: ⟦word⟧\n`],
  [
    'nodered/settings.js',
    `credentialSecret: "⟦chosen⟧",\nadminAuth: { users: [{ username: "admin", password: "⟦chosen⟧" }] }\n`,
  ],
  ['sabnzbd.ini', `api_key = ⟦hex:32⟧\npassword = ⟦word⟧\n`],
  ['sonarr/config.xml', `<Config><ApiKey>⟦hex:32⟧</ApiKey><SslCertPassword>⟦chosen⟧</SslCertPassword></Config>\n`],
  ['teamspeak.ini', `dbsqlpassword=⟦chosen⟧\nserveradmin_password=⟦chosen⟧\n`],
  ['minecraft/server.properties', `rcon.password=⟦chosen⟧\n`],
  ['discord/config.json', `{ "prefix": "!", "token": "⟦alnum:59⟧" }\n`],
  [
    'bot.py',
    `bot.run("⟦alnum:59⟧")\nclient.run('⟦alnum:59⟧')\nTOKEN = "⟦alnum:59⟧"\nupdater = Updater("⟦alnum:45⟧")\n`,
  ],
  ['jupyter_notebook_config.py', `c.NotebookApp.password = ''\nc.NotebookApp.token = '⟦hex:48⟧'\n`],
  [
    'airflow.cfg',
    `fernet_key = ⟦alnum:43⟧\nsql_alchemy_conn = postgresql://airflow:⟦chosen⟧@pg/airflow\nsmtp_password = ⟦word⟧\nsecret_key = ⟦alnum:30⟧\n`,
  ],
  [
    'superset_config.py',
    `SECRET_KEY = '⟦alnum:42⟧'\nSQLALCHEMY_DATABASE_URI = 'postgresql://s:⟦chosen⟧@pg.corp.net/s'\n`,
  ],
  ['spark-defaults.conf', `spark.hadoop.fs.s3a.secret.key ⟦alnum:40⟧\nspark.ssl.keyStorePassword ⟦chosen⟧\n`],
  ['core-site.xml', `<property><name>fs.s3a.secret.key</name><value>⟦alnum:40⟧</value></property>\n`],
  [
    'hive-site.xml',
    `<property>\n  <name>javax.jdo.option.ConnectionPassword</name>\n  <value>⟦chosen⟧</value>\n</property>\n`,
  ],
  ['nifi.properties', `nifi.sensitive.props.key=⟦alnum:24⟧\nnifi.security.keystorePasswd=⟦chosen⟧\n`],
  ['cassandra.yaml', `server_encryption_options:\n  keystore_password: ⟦chosen⟧\n`],
  ['neo4j.conf', `dbms.ssl.policy.x.private_key_password=⟦chosen⟧\n`],
  [
    'proxysql.cnf',
    `mysql_users = ( { username = "app", password = "⟦chosen⟧" } )\nadmin_credentials="admin:⟦chosen⟧"\n`,
  ],
  ['maxscale.cnf', `[x]\nuser=mx\npassword=⟦word⟧\n`],
  ['galera.cnf', `wsrep_sst_auth=sst:⟦chosen⟧\n`],
  ['.pgsync.yml', `from: postgres://app:⟦chosen⟧@pg.corp.net/x\n`],
  ['influx.conf', `[[http]]\n  shared-secret = "⟦chosen⟧"\n`],
])
