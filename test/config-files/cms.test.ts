import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    'wp-config.php',
    `<?php\ndefine( 'DB_NAME', 'shop' );\ndefine( 'DB_USER', 'shop' );\ndefine( 'DB_PASSWORD', '⟦word⟧' );\ndefine( 'DB_HOST', 'localhost' );\ndefine('AUTH_KEY', '⟦alnum:64⟧');\n$table_prefix = 'wp_';\n`,
  ],
  [
    'configuration.php',
    `<?php\nclass JConfig {\n\tpublic $host = 'localhost';\n\tpublic $user = 'shop';\n\tpublic $password = '⟦chosen⟧';\n\tpublic $secret = '⟦alnum:16⟧';\n\tpublic $smtppass = '⟦chosen⟧';\n}\n`,
  ],
  [
    'sites/default/settings.php',
    `<?php\n$databases['default']['default'] = array (\n  'database' => 'shop',\n  'username' => 'shop',\n  'password' => '⟦chosen⟧',\n  'host' => 'localhost',\n);\n$settings['hash_salt'] = '⟦alnum:74⟧';\n`,
  ],
  [
    'LocalSettings.php',
    `<?php\n$wgDBserver = "localhost";\n$wgDBuser = "wiki";\n$wgDBpassword = "⟦chosen⟧";\n$wgSecretKey = "⟦hex:64⟧";\n$wgUpgradeKey = "⟦hex:16⟧";\n`,
  ],
  [
    'app/etc/env.php',
    `<?php\nreturn [\n  'crypt' => [\n    'key' => '⟦hex:32⟧'\n  ],\n  'db' => ['connection' => ['default' => ['host' => 'localhost', 'username' => 'shop', 'password' => '⟦chosen⟧']]],\n];\n`,
  ],
  [
    'app/etc/local.xml',
    `<config><global><crypt><key><![CDATA[⟦hex:32⟧]]></key></crypt><resources><default_setup><connection><host><![CDATA[localhost]]></host><username><![CDATA[shop]]></username><password><![CDATA[⟦chosen⟧]]></password></connection></default_setup></resources></global></config>\n`,
  ],
  [
    'config/settings.inc.php',
    `<?php\ndefine('_DB_SERVER_', 'localhost');\ndefine('_DB_USER_', 'shop');\ndefine('_DB_PASSWD_', '⟦word⟧');\ndefine('_COOKIE_KEY_', '⟦alnum:56⟧');\n`,
  ],
  [
    'config.inc.php',
    `<?php\n$cfg['blowfish_secret'] = '⟦alnum:32⟧';\n$cfg['Servers'][$i]['host'] = 'localhost';\n$cfg['Servers'][$i]['user'] = 'root';\n$cfg['Servers'][$i]['password'] = '⟦chosen⟧';\n$cfg['Servers'][$i]['controlpass'] = '⟦chosen⟧';\n`,
  ],
  [
    'includes/config.php',
    `<?php\n$config['MasterServer']['servername'] = 'localhost';\n$config['MasterServer']['username'] = 'vb';\n$config['MasterServer']['password'] = '⟦chosen⟧';\n$db['default']['password'] = '⟦pw⟧';\n$dbpasswd = '⟦chosen⟧';\n`,
  ],
  [
    'typo3conf/LocalConfiguration.php',
    `<?php\nreturn ['DB' => ['Connections' => ['Default' => ['user' => 'typo3', 'password' => '⟦chosen⟧', 'host' => 'localhost']]], 'SYS' => ['encryptionKey' => '⟦hex:96⟧']];\n`,
  ],
  [
    'config.production.json',
    `{ "database": { "client": "mysql", "connection": { "host": "localhost", "user": "ghost", "password": "⟦word⟧", "database": "ghost" } }, "mail": { "options": { "auth": { "user": "me@corp.net", "pass": "⟦chosen⟧" } } } }\n`,
  ],
  ['config/app.php', `<?php\nreturn ['key' => env('APP_KEY', '⟦alnum:32⟧'), 'cipher' => 'AES-256-CBC'];\n`],
  ['config/secrets.yml', `production:\n  secret_key_base: ⟦hex:128⟧\n`],
  [
    'index.php',
    `<?php\nmysqli_connect("localhost", "shop", "⟦chosen⟧", "shop");\n$pdo = new PDO('mysql:host=localhost;dbname=shop', 'shop', '⟦chosen⟧');\n$link = mysql_connect('db1.corp.net', 'root', '⟦pw⟧');\n`,
  ],
  [
    'salesforce.js',
    `var conn = new jsforce.Connection({ loginUrl: 'https://login.corp.net' });\nconn.login('me@corp.net', '⟦chosen⟧', function(err) {});\n`,
  ],
  [
    'deployment-config.json',
    `{ "type": "sftp", "host": "h1.corp.net", "user": "deploy", "password": "⟦word⟧", "remotePath": "/www" }\n`,
  ],
])

expectQuiet([
  [
    'wp-config.php',
    "<?php\ndefine('DB_PASSWORD', getenv('DB_PASSWORD'));\ndefine('DB_USER', 'username_here');\ndefine('DB_PASSWORD', 'password_here');\ndefine('AUTH_KEY', 'put your unique phrase here');\ndefine('WP_DEBUG', false);\n",
  ],
  [
    'configuration.php',
    "<?php\nclass JConfig {\n\tpublic $user = '';\n\tpublic $password = '';\n\tpublic $smtpauth = '0';\n}\n",
  ],
  [
    'lang/en/auth.php',
    "<?php\nreturn ['failed' => 'These credentials do not match our records.', 'password' => 'The provided password is incorrect.', 'user' => 'User', 'reset' => 'Reset'];\n",
  ],
  [
    'config/app.php',
    "<?php\nreturn ['key' => env('APP_KEY'), 'providers' => ['users' => ['driver' => 'eloquent']], 'passwords' => ['users' => ['provider' => 'users', 'table' => 'password_resets']]];\n",
  ],
  ['app/etc/local.xml', '<config><crypt><key><![CDATA[]]></key></crypt><password><![CDATA[]]></password></config>'],
])
