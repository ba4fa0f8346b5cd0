import { expectFound } from './expect-files.ts'

expectFound([
  [
    '.idea/webServers.xml',
    `<webServer id="1" name="web" url="http:///"><fileTransfer accessType="FTP" host="ftp.corp.net" port="21" username="deploy" password="⟦HEX:20⟧"/></webServer>\n`,
  ],
  [
    '.idea/workspace.xml',
    `<env name="DB_PASSWORD" value="⟦chosen⟧" /><env name="API_TOKEN" value="⟦alnum:32⟧" />\n<option name="PASSWORD" value="⟦chosen⟧" />\n`,
  ],
  [
    '.vscode/launch.json',
    `{ "configurations": [{ "env": { "DB_PASSWORD": "⟦word⟧", "API_KEY": "⟦alnum:32⟧", "PORT": "1" } }] }\n`,
  ],
  ['.vscode/sftp.json', `[{ "host": "h1", "username": "me", "password": "⟦word⟧", "passphrase": "⟦chosen⟧" }]\n`],
  [
    '.vscode/ftp-sync.json',
    `{ "remotePath": "./", "host": "h1.corp.net", "username": "me", "password": "⟦word⟧", "port": 21 }\n`,
  ],
  [
    '.vscode/settings.json',
    `{ "mssql.connections": [{ "server": "s1", "user": "sa", "password": "⟦chosen⟧" }], "rest-client.environmentVariables": { "prod": { "token": "⟦alnum:32⟧" } } }\n`,
  ],
  ['nbproject/project.properties', `ftp.password=⟦word⟧\n`],
  [
    'api.http',
    `@token = ⟦alnum:32⟧\nPOST https://x.corp.net/login\nAuthorization: Basic me ⟦chosen⟧\n\n{ "username": "me", "password": "⟦chosen⟧" }\n`,
  ],
  [
    'postman_collection.json',
    `{ "auth": { "type": "basic", "basic": [{ "key": "password", "value": "⟦chosen⟧", "type": "string" }, { "key": "username", "value": "me" }] }, "variable": [{ "key": "api_token", "value": "⟦alnum:32⟧" }] }\n`,
  ],
  ['env.postman_environment.json', `{ "values": [{ "key": "db_password", "value": "⟦word⟧", "enabled": true }] }\n`],
  ['insomnia.json', `{"authentication":{"type":"basic","username":"me","password":"⟦chosen⟧"}}\n`],
  ['bruno/environments/prod.bru', `vars {\n  host: https://x.corp.net\n  password: ⟦chosen⟧\n  token: ⟦alnum:32⟧\n}\n`],
  ['soapui-project.xml', `<con:username>me</con:username><con:password>⟦chosen⟧</con:password>\n`],
  [
    'test.jmx',
    `<stringProp name="HTTPSampler.path">/x</stringProp><stringProp name="Authorization.password">⟦chosen⟧</stringProp><stringProp name="Argument.name">password</stringProp><stringProp name="Argument.value">⟦chosen⟧</stringProp>\n`,
  ],
  ['x.rdp', `full address:s:h1.corp.net\nusername:s:me\npassword 51:b:⟦HEX:200⟧\n`],
  ['x.remmina', `[remmina]\nname=x\nserver=h1\nusername=me\npassword=⟦alnum:23⟧\n`],
  [
    'mRemoteNG/confCons.xml',
    `<Node Name="x" Type="Connection" Username="me" Domain="" Password="⟦alnum:64⟧" Hostname="h1" />\n`,
  ],
  [
    'RDCMan.rdg',
    `<logonCredentials inherit="None"><userName>me</userName><password>⟦alnum:64⟧</password></logonCredentials>\n`,
  ],
  [
    'HeidiSQL_settings.txt',
    `Servers\\\\prod\\\\Host<|||>1<|||>db1\nServers\\\\prod\\\\User<|||>1<|||>root\nServers\\\\prod\\\\Password<|||>1<|||>⟦HEX:24⟧\n`,
  ],
  [
    'connections.ncx',
    `<Connections Ver="1.5"><Connection ConnectionName="x" ConnType="MYSQL" Host="db1" UserName="root" Password="⟦HEX:32⟧" SavePassword="true" SSH_Password="⟦HEX:32⟧"/></Connections>\n`,
  ],
  [
    'sqldeveloper/connections.xml',
    `<StringRefAddr addrType="password"><Contents>⟦alnum:44⟧</Contents></StringRefAddr>\n`,
  ],
  [
    'sqldeveloper/connections.json',
    `{"connections":[{"name":"x","info":{"user":"app","password":"⟦alnum:24⟧","hostname":"db1"}}]}\n`,
  ],
  [
    '.mysql/workbench/connections.xml',
    `<value type="string" key="hostName">db1</value><value type="string" key="password">⟦chosen⟧</value>\n`,
  ],
  ['.squirrel-sql/SQLAliases23.xml', `<Bean Class="x"><password>⟦chosen⟧</password><userName>app</userName></Bean>\n`],
  [
    'pgadmin/servers.json',
    `{ "Servers": { "1": { "Name": "x", "Host": "pg", "Username": "app", "Password": "⟦word⟧", "MaintenanceDB": "postgres" } } }\n`,
  ],
  ['pgadmin/config_local.py', `MAIL_PASSWORD = '⟦chosen⟧'\nSECURITY_PASSWORD_SALT = '⟦alnum:32⟧'\n`],
  ['.dbeaver/credentials-config.json', `{"postgres-jdbc-1":{"#connection":{"user":"app","password":"⟦word⟧"}}}\n`],
  ['mongod.conf', `security:\n  keyFile: /x\nnet:\n  tls:\n    certificateKeyFilePassword: ⟦chosen⟧\n`],
  ['mongo-init.js', `db.getSiblingDB('admin').auth('root', '⟦chosen⟧')\n`],
  [
    'init.cql',
    `CREATE ROLE app WITH PASSWORD = '⟦chosen⟧' AND LOGIN = true;\nCREATE USER me WITH PASSWORD '⟦chosen⟧';\n`,
  ],
  [
    'init.sql',
    `CREATE USER app WITH ENCRYPTED PASSWORD '⟦word⟧';\nGRANT ALL ON *.* TO 'a'@'%' IDENTIFIED BY '⟦word⟧' WITH GRANT OPTION;\nSET PASSWORD FOR 'root'@'localhost' = '⟦chosen⟧';\nUPDATE mysql.user SET authentication_string=PASSWORD('⟦chosen⟧') WHERE User='root';\nCREATE DATABASE LINK x CONNECT TO app IDENTIFIED BY "⟦chosen⟧" USING 'y';\nEXEC sp_addlogin 'me', '⟦chosen⟧';\nALTER LOGIN sa WITH PASSWORD = N'⟦chosen⟧';\nCREATE USER MAPPING FOR me SERVER s OPTIONS (user 'a', password '⟦chosen⟧');\nCHANGE MASTER TO MASTER_USER='r', MASTER_PASSWORD='⟦chosen⟧';\nSELECT dblink_connect('host=pg user=app password=⟦chosen⟧');\nINSERT INTO users (username, password) VALUES ('me', '⟦pw⟧');\n`,
  ],
  ['elasticsearch.yml', `xpack.security.transport.ssl.keystore.password: ⟦chosen⟧\n`],
  [
    'kibana.yml',
    `elasticsearch.username: "kibana"\nelasticsearch.password: "⟦word⟧"\nxpack.security.encryptionKey: "⟦alnum:32⟧"\n`,
  ],
  [
    'logstash.conf',
    `output { elasticsearch { hosts => ["es:9200"] user => "elastic" password => "⟦chosen⟧" } }\ninput { jdbc { jdbc_user => "a" jdbc_password => "⟦word⟧" } }\n`,
  ],
  ['filebeat.yml', `output.elasticsearch:\n  username: "elastic"\n  password: "⟦word⟧"\n`],
  ['fluent.conf', `<match **>\n  @type elasticsearch\n  user me\n  password ⟦chosen⟧\n</match>\n`],
  [
    'telegraf.conf',
    `[[outputs.influxdb]]\n  username = "telegraf"\n  password = "⟦word⟧"\n[[outputs.influxdb_v2]]\n  token = "⟦alnum:40⟧"\n[[inputs.mysql]]\n  servers = ["root:⟦chosen⟧@tcp(db1:3306)/"]\n`,
  ],
  [
    'prometheus.yml',
    `scrape_configs:\n- basic_auth:\n    username: me\n    password: ⟦word⟧\n- bearer_token: ⟦alnum:40⟧\n`,
  ],
  ['alertmanager.yml', `global:\n  smtp_auth_username: 'me'\n  smtp_auth_password: '⟦chosen⟧'\n`],
  [
    'grafana.ini',
    `[security]\nadmin_user = admin\nadmin_password = ⟦word⟧\nsecret_key = ⟦alnum:20⟧\n[smtp]\npassword = "⟦chosen⟧"\n`,
  ],
  ['datasources.yml', `datasources:\n- name: x\n  type: mysql\n  user: app\n  secureJsonData:\n    password: ⟦word⟧\n`],
  [
    'gitea/app.ini',
    `[database]\nPASSWD = ⟦word⟧\n[security]\nSECRET_KEY = ⟦alnum:64⟧\nINTERNAL_TOKEN = ⟦alnum:64⟧\n[mailer]\nPASSWD = ⟦chosen⟧\n`,
  ],
  ['gitlab.rb', `gitlab_rails['smtp_password'] = "⟦chosen⟧"\ngitlab_rails['initial_root_password'] = '⟦chosen⟧'\n`],
  [
    'jenkins/casc.yaml',
    `jenkins:\n  securityRealm:\n    local:\n      users:\n      - id: admin\n        password: ⟦chosen⟧\ncredentials:\n- usernamePassword:\n    id: x\n    username: me\n- string:\n    id: y\n    secret: "⟦alnum:32⟧"\n`,
  ],
])
