import { expectQuiet } from './expect-files.ts'

expectQuiet([
  [
    'templates/secret.yaml',
    '{{- $password := .Values.auth.password }}\n{{- range $user, $password := .Values.users }}\nstringData:\n  password: {{ $password | quote }}\n  auth: {{ include "x.password" . }}\n',
  ],
  [
    'values.yaml',
    '## @param auth.password Password of the admin\n## e.g:\n## passwords: "pass01;pass02"\n## DEPRECATED ldap.bind_password It will be removed\nauth:\n  passwordFile: /secrets/password\n  existingSecretPasswordKey: db-password\nextraEnv:\n  - name: SMTP_PASSWORD\n    value: "/secrets/smtp-password"\n',
  ],
  [
    '.zshrc',
    "local pwd='%{$fg[blue]%}%~%{$reset_color%}'\nexport GIT_ASKPASS=\"$HOME/bin/askpass\"\nexport SUDO_ASKPASS=/usr/bin/ssh-askpass\nPROMPT='%n@%m %{$fg[red]%}%~'\n",
  ],
  [
    'deploy.sh',
    'docker run -e DB_PASS="$DB_PASS" -e TOKEN -e API_KEY=${API_KEY} x\nDB_PASSWORD=$(pass show db) node x.js\nTOKEN=`cat token` ./x\napp --db-password "$DB_PASSWORD" --token-file /run/t\nplink -pw "%PASSWORD%" me@h1\nmysqladmin -u root password "$NEW"\nrabbitmqctl add_user "$RABBIT_USER" "$RABBIT_PASS"\nredis-server --requirepass "$REDIS_PASSWORD"\ncurl -u "$USER:$TOKEN" https://x.corp.net\n',
  ],
  [
    'x.ps1',
    'param([SecureString]$Password)\nInvoke-Sqlcmd -Username sa -Password $Password\nNew-LocalUser -Name x -Password (Read-Host -AsSecureString)\nConnect-X -Password (Get-Secret x)\n',
  ],
  [
    'etc/nginx/nginx.conf',
    'proxy_set_header Authorization $http_authorization;\nproxy_set_header X-Api-Key $api_key;\nadd_header X-Token-Type "Bearer";\nauth_basic_user_file /etc/nginx/.htpasswd;\n',
  ],
  [
    'etc/openldap/slapd.conf',
    'rootdn "cn=Manager"\n# rootpw secret\nrootpw {SSHA}abcdefghijklmnopqrstuvwxyz012345\npassword-hash {SSHA}\n',
  ],
  [
    'etc/snmp/snmpd.conf',
    'rocommunity public default -V systemonly\nrouser authOnlyUser\n# createUser me SHA "x" AES\n',
  ],
  ['etc/haproxy/haproxy.cfg', 'stats auth "$USER:$PASS"\nuserlist x\n  user me password $6$abcdefgh$ijklmnop\n'],
  [
    'etc/fstab',
    '//fs1/share /mnt cifs credentials=/root/.smb,uid=1000 0 0\n//fs2/x /m cifs username=user,password=password 0 0\n',
  ],
  ['etc/asterisk/sip.conf', ';secret=blah\nsecret=${SECRET}\nremotesecret=\nauth=plaintext\n'],
  ['jetty-realm.properties', '#admin: x,admin\nadmin: admin,admin\nuser: MD5:abc\n'],
  [
    'schema.json',
    '{ "properties": { "password": { "type": "string", "default": "" }, "token": { "description": "Token of the user", "type": "string" }, "secretName": { "type": "string", "default": "app-secret" } } }',
  ],
  [
    'template.yaml',
    'Parameters:\n  DBPassword:\n    Type: String\n    NoEcho: true\n  SecretArn:\n    Type: String\n    Default: arn:aws:secretsmanager:eu-central-1:1:secret:x\n  TokenTtl:\n    Type: Number\n    Default: 3600\n',
  ],
  [
    'seed.sql',
    "INSERT INTO users (name, password) VALUES ('me', '$2y$10$abcdefghijklmnopqrstuvabcdefghijklmnopqrstuvabcdefgh');\nINSERT INTO users (name, password) VALUES (:name, :password);\nSET PASSWORD FOR 'root'@'localhost' = '';\n",
  ],
  [
    'core.clj',
    '(defn login [user password] (check user password))\n{:username (env :db-user) :password (env :db-password) :token nil}\n(is (= "Wrong password" (:message x)))\n',
  ],
  [
    'Middleware.php',
    "<?php\nreturn [\n  'guest' => \\App\\Auth\\Redirect::class,\n  'password.confirm' => \\App\\Auth\\RequirePassword::class,\n  'precognitive' => \\App\\Handle::class,\n];\n",
  ],
  [
    'App.java',
    '/**\n * username=me password=Walnut84\n * setPassword("Walnut84")\n */\nthis.adminPassword = webAdminPassword;\n',
  ],
])
