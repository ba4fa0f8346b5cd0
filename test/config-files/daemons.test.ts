import { expectFound } from './expect-files.ts'

expectFound([
  ['etc/sssd/sssd.conf', `[domain/x]\nldap_default_bind_dn = cn=x\nldap_default_authtok = ⟦chosen⟧\n`],
  ['slapd.conf', `rootdn "cn=Manager"\nrootpw ⟦chosen⟧\n`],
  ['etc/ddclient.conf', `protocol=dyndns2\nserver=members.corp.net\nlogin=me\npassword='⟦chosen⟧'\nhost.corp.net\n`],
  ['etc/inadyn.conf', `provider x {\n  username = me\n  password = ⟦chosen⟧\n  hostname = a.b\n}\n`],
  ['etc/nut/upsd.users', `[monuser]\n  password = ⟦word⟧\n  upsmon primary\n`],
  ['etc/nut/upsmon.conf', `MONITOR ups@localhost 1 monuser ⟦chosen⟧ primary\n`],
  ['etc/cups/printers.conf', `DeviceURI smb://me:⟦chosen⟧@fs1/printer\n`],
  ['zabbix.conf.php', `<?php\n$DB['USER'] = 'zabbix';\n$DB['PASSWORD'] = '⟦chosen⟧';\n`],
  ['etc/zabbix/zabbix_server.conf', `DBName=zabbix\nDBUser=zabbix\nDBPassword=⟦word⟧\n`],
  ['etc/nagios/resource.cfg', `$USER3$=me\n$USER4$=⟦chosen⟧\n`],
  ['etc/bacula/bacula-dir.conf', `Director {\n  Name = x\n  Password = "⟦chosen⟧"\n}\n`],
  ['etc/asterisk/sip.conf', `[1001]\ntype=friend\nsecret=⟦word⟧\nhost=dynamic\n`],
  ['etc/asterisk/manager.conf', `[admin]\nsecret = ⟦chosen⟧\nread = all\n`],
  ['etc/asterisk/pjsip.conf', `[1001]\ntype=auth\nusername=1001\npassword=⟦word⟧\n`],
  ['etc/freeradius/clients.conf', `client x {\n  ipaddr = 10.0.0.1\n  secret = ⟦chosen⟧\n}\n`],
  ['etc/freeradius/users', `bob Cleartext-Password := "⟦chosen⟧"\n  Reply-Message = "Hi"\n`],
  [
    'etc/mosquitto/conf.d/bridge.conf',
    `connection x\naddress m.corp.net\nremote_username me\nremote_password ⟦chosen⟧\n`,
  ],
  ['etc/rabbitmq/rabbitmq.conf', `default_user = app\ndefault_pass = ⟦word⟧\n`],
  ['etc/rabbitmq/definitions.json', `{"users":[{"name":"app","password":"⟦chosen⟧","tags":"administrator"}]}\n`],
  ['rabbitmq.config', `[{rabbit, [{default_user, <<"app">>}, {default_pass, <<"⟦chosen⟧">>}]}].\n`],
  [
    'etc/haproxy/haproxy.cfg',
    `userlist x\n  user me insecure-password ⟦chosen⟧\nlisten stats\n  stats auth admin:⟦chosen⟧\n`,
  ],
  [
    'etc/nginx/nginx.conf',
    `location / { proxy_set_header Authorization "Basic ⟦b64:me:⟧"; proxy_set_header X-Api-Key "⟦alnum:32⟧"; }\n`,
  ],
  ['.htaccess', `SetEnv DB_PASSWORD ⟦chosen⟧\nSetEnv API_SECRET "⟦alnum:32⟧"\nAuthUserFile /x/.htpasswd\n`],
  [
    'etc/apache2/sites/x.conf',
    `SetEnv DB_PASS "⟦chosen⟧"\nProxyPass / http://me:⟦chosen⟧@in.corp.net/\nAuthLDAPBindPassword "⟦chosen⟧"\n`,
  ],
  ['etc/php/pool.d/www.conf', `env[DB_PASSWORD] = ⟦word⟧\nenv[API_TOKEN] = "⟦alnum:32⟧"\n`],
  [
    'etc/systemd/system/x.service',
    `[Service]\nEnvironment=DB_PASSWORD=⟦word⟧\nEnvironment="API_TOKEN=⟦alnum:32⟧" "X=1"\nExecStart=/x --db-password ⟦chosen⟧\n`,
  ],
  [
    'etc/supervisor/conf.d/x.conf',
    `[inet_http_server]\nusername = me\npassword = ⟦word⟧\n[program:x]\nenvironment=DB_PASSWORD="⟦chosen⟧",API_SECRET="⟦alnum:32⟧"\n`,
  ],
  [
    'crontab',
    `MYSQL_PWD=⟦word⟧\n0 1 * * * mysqldump -u root -p⟦chosen⟧ x > y\n0 2 * * * curl -s -u me:⟦chosen⟧ https://x.corp.net\n`,
  ],
  ['Procfile', `web: DB_PASSWORD=⟦chosen⟧ node x.js\n`],
  [
    'Makefile',
    `DB_PASSWORD ?= ⟦chosen⟧\nPASS := ⟦chosen⟧\ndeploy:\n	sshpass -p ⟦chosen⟧ ssh x\n	curl -u me:⟦chosen⟧ https://x.corp.net\n`,
  ],
  [
    'docker-compose.override.yml',
    `services:\n  a:\n    environment:\n      - REDIS_PASSWORD=⟦word⟧\n    command: redis-server --requirepass ⟦chosen⟧\n    healthcheck:\n  b:\n    environment: { DB_PASSWORD: "⟦chosen⟧", OTHER: x }\n`,
  ],
  [
    'docker-compose.yml',
    `services:\n  g:\n    environment:\n      GF_SECURITY_ADMIN_PASSWORD: ⟦word⟧\n      MINIO_ROOT_PASSWORD: ⟦chosen⟧\n      RABBITMQ_DEFAULT_PASS: ⟦word⟧\n      KEYCLOAK_ADMIN_PASSWORD: ⟦chosen⟧\n      NEO4J_AUTH: neo4j/⟦chosen⟧\n      ACCEPT_EULA: Y\n      SA_PASSWORD: ⟦chosen⟧\n      MSSQL_SA_PASSWORD: "⟦pw⟧"\n      ELASTIC_PASSWORD: ⟦word⟧\n      MONGO_INITDB_ROOT_PASSWORD: ⟦word⟧\n      REDIS_URL: redis://:⟦chosen⟧@redis:6379/0\n`,
  ],
  [
    '.gitlab-ci.yml',
    `variables:\n  DB_PASSWORD: "⟦word⟧"\n  POSTGRES_PASSWORD: ⟦chosen⟧\n  API_KEY: ⟦alnum:32⟧\ndeploy:\n  script:\n    - sshpass -p "⟦chosen⟧" ssh me@h1\n    - lftp -u me,⟦chosen⟧ ftp.corp.net\n    - docker login -u x -p ⟦chosen⟧ r.corp.net\n`,
  ],
  [
    '.github/workflows/x.yml',
    `env:\n  DB_PASSWORD: ⟦word⟧\njobs:\n  a:\n    steps:\n    - uses: x/y@v1\n      with:\n        username: me\n        password: ⟦word⟧\n        token: ⟦alnum:40⟧\n    - run: echo "⟦chosen⟧" | docker login -u me --password-stdin\n`,
  ],
  [
    'azure-pipelines.yml',
    `variables:\n- name: dbPassword\n  value: ⟦chosen⟧\n- name: api.token\n  value: '⟦alnum:32⟧'\n`,
  ],
  [
    'bitbucket-pipelines.yml',
    `pipelines:\n  default:\n  - step:\n      script:\n      - export FTP_PASSWORD=⟦word⟧\n      - curl -T a ftp://me:⟦pw⟧@ftp.corp.net/\n`,
  ],
  [
    'appveyor.yml',
    `environment:\n  my_password: ⟦word⟧\n  nuget_key: x\ndeploy:\n  provider: FTP\n  username: me\n  password: ⟦chosen⟧\n`,
  ],
])
