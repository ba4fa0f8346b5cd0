import { expectFound } from './expect-files.ts'

expectFound([
  ['data_bags/x.json', `{ "id": "x", "password": "⟦word⟧", "user": "app" }\n`],
  ['pillar/x.sls', `mysql:\n  root_password: ⟦word⟧\n`],
  [
    'packer.json',
    `{ "builders": [{ "ssh_username": "me", "ssh_password": "⟦word⟧", "winrm_password": "⟦chosen⟧" }], "variables": { "vcenter_password": "⟦chosen⟧" } }\n`,
  ],
  [
    'x.pkr.hcl',
    `source "x" "y" {\n  ssh_password = "⟦chosen⟧"\n  vcenter_server = "x"\n}\nvariable "db_password" {\n  type = string\n}\n`,
  ],
  ['x.auto.tfvars.json', `{ "db_password": "⟦word⟧", "db_username": "app" }\n`],
  [
    'terraform.tfstate',
    `{ "resources": [{ "instances": [{ "attributes": { "username": "app", "password": "⟦alnum:16⟧", "master_password": "⟦word⟧" } }] }] }\n`,
  ],
  [
    'backend.tf',
    `terraform {\n  backend "pg" {\n    conn_str = "postgres://me:⟦chosen⟧@pg.corp.net/tf"\n  }\n}\nprovider "vsphere" {\n  user = "me"\n}\n`,
  ],
  ['Pulumi.prod.yaml', `config:\n  app:dbPassword: ⟦chosen⟧\n`],
  [
    'cloudformation.yaml',
    `Parameters:\n  DBPassword:\n    Type: String\n    Default: ⟦chosen⟧\nResources:\n  D:\n    Properties:\n      MasterUserPassword: ⟦chosen⟧\n`,
  ],
  ['serverless.yml', `provider:\n  environment:\n    DB_PASSWORD: ⟦word⟧\n    JWT_SECRET: ⟦chosen⟧\n`],
  ['app.yaml', `env_variables:\n  DB_PASS: '⟦word⟧'\n  SECRET_KEY: ⟦alnum:32⟧\n`],
  ['app.json', `{ "env": { "SECRET_TOKEN": { "value": "⟦alnum:32⟧" }, "DB_PASSWORD": "⟦chosen⟧" } }\n`],
  ['now.json', `{ "env": { "MONGO_URI": "mongodb+srv://app:⟦chosen⟧@c0.corp.net/x" } }\n`],
  [
    'local.settings.json',
    `{ "Values": { "DbPassword": "⟦chosen⟧", "AzureWebJobsStorage": "UseDevelopmentStorage=true" } }\n`,
  ],
  [
    'Web.Release.config',
    `<add key="SmtpPassword" value="⟦word⟧"/><machineKey validationKey="⟦HEX:128⟧" decryptionKey="⟦HEX:48⟧"/><network host="smtp" userName="me" password="⟦word⟧"/><identity impersonate="true" userName="x" password="⟦chosen⟧"/>\n`,
  ],
  [
    'publish.pubxml',
    `<PublishPassword>⟦chosen⟧</PublishPassword><UserName>x</UserName><Password>⟦chosen⟧</Password>\n`,
  ],
  ['x.PublishSettings', `<publishProfile publishUrl="x" userName="$x" userPWD="⟦alnum:60⟧" />\n`],
  [
    'x.udl',
    `Provider=SQLOLEDB.1;Password=⟦word⟧;Persist Security Info=True;User ID=sa;Initial Catalog=a;Data Source=s1\n`,
  ],
  ['x.dsn', `[ODBC]\nDRIVER=SQL Server\nUID=sa\nPWD=⟦word⟧\n`],
  [
    'x.bat',
    `set PASSWORD=⟦word⟧\nset PGPASSWORD=⟦chosen⟧\nosql -U sa -P ⟦chosen⟧\nschtasks /create /ru me /rp ⟦chosen⟧ /tn x\nrunas /savecred\npsexec \\\\h1 -u me -p ⟦chosen⟧ cmd\nwinscp.com /command "open sftp://me:⟦chosen⟧@h1/"\nftp -s:x.txt\n`,
  ],
  ['x.vbs', `strPassword = "⟦chosen⟧"\nobjConn.Open "Provider=SQLOLEDB;Data Source=s1;User Id=sa;Password=⟦word⟧;"\n`],
  ['x.asp', `conn.Open "DRIVER={SQL Server};SERVER=s1;UID=sa;PWD=⟦chosen⟧;DATABASE=a"\n`],
  ['x.reg', `"DefaultPassword"="⟦word⟧"\n"DefaultUserName"="me"\n`],
  ['sysprep.inf', `[GuiUnattended]\nAdminPassword=⟦word⟧\n[Identification]\nDomainAdminPassword=⟦chosen⟧\n`],
  [
    'tomcat/conf/context.xml',
    `<Resource name="x" username="a" password="⟦word⟧"/><Environment name="API_TOKEN" value="⟦alnum:32⟧"/>\n`,
  ],
  ['weblogic/boot.properties', `username=weblogic\npassword=⟦word⟧\n`],
  ['jboss/mgmt-users.properties', `admin=⟦hex:32⟧\n`],
  [
    'standalone.xml',
    `<security><user-name>a</user-name><password>⟦chosen⟧</password></security><credential-reference clear-text="⟦chosen⟧"/>\n`,
  ],
  ['shiro.ini', `[users]\nadmin = ⟦chosen⟧, admin\n[main]\nds.password = ⟦word⟧\n`],
  ['jetty-realm.properties', `admin: ⟦chosen⟧,admin,user\n`],
  ['activemq/jetty-realm.properties', `admin: ⟦chosen⟧, admin\n`],
  ['credentials-enc.properties', `activemq.password=⟦chosen⟧\n`],
  [
    'kafka/server.properties',
    `ssl.keystore.password=⟦word⟧\nlistener.name.x.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="⟦word⟧" user_admin="⟦word⟧";\n`,
  ],
  [
    'jaas.conf',
    `KafkaServer {\n  org.apache.zookeeper.server.auth.DigestLoginModule required\n  username="a"\n  password="⟦chosen⟧"\n  user_super="⟦chosen⟧";\n};\n`,
  ],
  ['log4j2.xml', `<SMTP smtpPassword="⟦word⟧"/><NoSql><MongoDb username="a" password="⟦chosen⟧"/></NoSql>\n`],
  ['quartz.properties', `org.quartz.dataSource.x.user = a\norg.quartz.dataSource.x.password = ⟦word⟧\n`],
  ['solr.xml', `<str name="password">⟦chosen⟧</str>\n`],
  ['config.xml', `<entry key='database.password'>⟦chosen⟧</entry><entry key="mail.password">⟦word⟧</entry>\n`],
  ['.s3ql/authinfo2', `[s3]\nstorage-url: s3://x\nbackend-login: x\nbackend-password: ⟦alnum:40⟧\n`],
  ['duplicity.conf', `PASSPHRASE='⟦chosen⟧'\nFTP_PASSWORD='⟦word⟧'\n`],
  ['borg.sh', `export BORG_PASSPHRASE='⟦chosen⟧'\nexport RESTIC_PASSWORD=⟦word⟧\n`],
  ['wpa.conf', `network={\n  ssid="x"\n  psk="⟦chosen⟧"\n  private_key_passwd="⟦chosen⟧"\n}\n`],
  [
    'esphome.yaml',
    `wifi:\n  ssid: "x"\n  password: "⟦word⟧"\napi:\n  password: "⟦chosen⟧"\nota:\n  password: "⟦chosen⟧"\n`,
  ],
  ['secrets.yaml', `wifi_password: ⟦word⟧\nhttp_password: ⟦chosen⟧\nmqtt_password: "⟦word⟧"\n`],
  ['arduino_secrets.h', `#define SECRET_SSID "home"\n#define WIFI_PASSWD "⟦chosen⟧"\n`],
  [
    'main.ino',
    `const char* ssid = "home";\nconst char* password = "⟦word⟧";\nconst char *wifi_pass = "⟦chosen⟧";\nWiFi.begin("home", "⟦chosen⟧");\n`,
  ],
  ['.slack-term', `{ "slack_token": "⟦alnum:40⟧" }\n`],
  ['.irssi/config', `password = "⟦word⟧"; sasl_password = "⟦word⟧";\n`],
  ['.hgrc', `[paths]\ndefault = https://me:⟦chosen⟧@hg.corp.net/x\n`],
  ['.bzr/authentication.conf', `[x]\nscheme=ftp\nhost=h1\nuser=me\npassword=⟦word⟧\n`],
  ['.p4config', `P4PASSWD=⟦chosen⟧\nP4USER=me\n`],
])
