import { describe } from 'vitest'
import { expectFound, expectQuiet } from './expect-files.ts'

describe('words and weak passwords where a tool keeps its logins', () => {
  expectFound([
    ['.my.cnf', '[client]\nuser=app\npassword="⟦phrase⟧"\n[mysqldump]\npassword = ⟦weak⟧\n'],
    [
      'www/wp-config.php',
      "define( 'DB_USER', 'app' );\ndefine( 'DB_PASSWORD', '⟦phrase⟧' );\ndefine('FTP_PASS', '⟦weak⟧');\n",
    ],
    ['sites/default/settings.php', "  'username' => 'app',\n  'password' => '⟦phrase⟧',\n  'host' => 'localhost',\n"],
    ['grafana.ini.bak', '[database]\npassword = ⟦phrase⟧\n[smtp]\npassword = """⟦weak⟧"""\n'],
    ['prosody.cfg.lua', 'component_secret = "⟦phrase⟧"\nturn_external_secret = "⟦weak⟧"\n'],
    ['.docker/config.json', '{"auths": {"r.corp.net": {"username": "me", "password": "⟦phrase⟧"}}}\n'],
    ['putty/sessions/prod', 'HostName=10.0.3.7\nProxyPassword=⟦phrase⟧\n'],
    ['.bashrc', 'export http_proxy=http://me:⟦chosen⟧@proxy.example.com:3128\n'],
    ['fluent.conf', '<match **>\n  user me\n  password ⟦phrase⟧\n</match>\n'],
  ])
  expectQuiet([
    ['config.yml', 'password: database_user_password\nsecret: my-app-secret\n'],
    ['.my.cnf', '[client]\npassword=database_password\n'],
    ['wp-config-sample.php', "define( 'DB_PASSWORD', 'password_here' );\n"],
    ['src/settings.ts', "const passwordField = 'user_password_field'\n"],
  ])
})

describe('a user whose name ends like the name of a setting', () => {
  expectFound([
    ['.pgpass', 'db.corp.net:5432:*:appuser:⟦pw⟧\n'],
    ['haproxy.cfg', 'listen stats\n    stats auth dbuser:⟦pw⟧\n'],
    ['run.sh', 'curl -u ftpuser:⟦pw⟧ https://api.corp.net/v1\n'],
  ])
})

describe('files that hold nothing but a secret', () => {
  expectFound([
    ['secrets/db_password.txt', '⟦chosen⟧'],
    ['secrets/pass.txt', '⟦phrase⟧\n'],
    ['admin.passwd', '⟦pw⟧\r\n'],
    ['ansible/vault-password.txt', '⟦weak⟧\n'],
    ['secret.txt', '⟦chosen⟧\n'],
    ['token.txt', '⟦hex:40⟧\n'],
    ['.api_key', '⟦alnum:32⟧'],
  ])
  expectQuiet([
    ['secrets/db_password.txt', 'changeme\n'],
    ['token.txt', 'see the wiki\n'],
    ['passwords.txt', 'The passwords are kept in the vault.\nAsk for access.\n'],
    ['secrets/password', '${DB_PASSWORD}\n'],
    ['plugins/pass/_pass', 'local rootcontext=$curcontext\n_pass_complete_keys\nesac\n'],
  ])
})

describe('passwords that a client hides', () => {
  expectFound([
    ['authinfo', 'AuthInfo:smtp.corp.net "U:me" "I:me" "P:⟦chosen⟧" "M:LOGIN PLAIN"\n'],
    ['gf-passwords', 'AS_ADMIN_PASSWORD=⟦chosen⟧\n'],
    ['Config/Sessions/prod.ini', 'S:"Username"=me\nS:"Password V2"=02:⟦hex:128⟧\n'],
    ['MobaXterm.ini', '[Passwords]\nssh22:root@10.0.3.7=⟦alnum:32⟧\n'],
  ])
  expectQuiet([['prod.ini', 'S:"Username"=me\nS:"Password V2"=\n']])
})

describe('community strings and secrets of routers', () => {
  expectFound([
    ['telegraf.conf', '[[inputs.snmp]]\n  community = "⟦chosen⟧"\n'],
    ['vpn.rsc', '/ip ipsec peer add address=1.2.3.4/32 secret="⟦chosen⟧"\n'],
  ])
  expectQuiet([
    ['telegraf.conf', '[[inputs.snmp]]\n  community = "public"\n'],
    ['asa.cfg', 'enable password 8Ry2YjIyt7RRXU24 encrypted\n'],
  ])
})

describe('settings of servers, switches and mail clients by their own words', () => {
  expectFound([
    ['exim4.conf', '  client_send = : appuser : ⟦chosen⟧\n'],
    ['nginx.conf', '  fastcgi_param APP_KEY ⟦alnum:32⟧;\n  proxy_set_header X-Api-Key ⟦alnum:32⟧;\n'],
    ['master.cfg', 'c[\'workers\'] = [worker.Worker("w1", "⟦chosen⟧")]\n'],
    ['switch.cfg', 'password manager plaintext ⟦chosen⟧\n'],
    ['.newsboat/config', 'ttrss-login "me"\nttrss-password "⟦chosen⟧"\n'],
    ['tac_plus.conf', 'key = "⟦chosen⟧"\n'],
    ['iwd/Home.psk', '[Security]\nPassphrase=⟦chosen⟧\n'],
    ['wlan.xml', '<keyMaterial>⟦chosen⟧</keyMaterial>\n'],
    ['.conkyrc', '${imap imap.corp.net me ⟦chosen⟧ -f INBOX}\n'],
    ['accounts.txt', 'me@corp.net:⟦chosen⟧\nother:⟦pw⟧\n'],
    ['passwords.txt', '⟦chosen⟧\n⟦pw⟧\n'],
  ])
  expectQuiet([
    ['accounts.txt', 'assets:bank:checking\nexpenses:food\n'],
    [
      'passwords.txt',
      'trustno1\nbaseball7\nsunshine1\nashley22\nbailey33\nshadow44\ncharlie5\nsummer66\nwinter77\nflower88\nhunter99\n',
    ],
    ['exim4.conf', 'client_send = : $auth1 : $auth2\n'],
    ['nginx.conf', 'fastcgi_param SECRET_KEY $secret_key;\nproxy_set_header X-Real-IP $remote_addr;\n'],
    ['tac_plus.conf', 'key = "$TACACS_KEY"\n'],
  ])
})
