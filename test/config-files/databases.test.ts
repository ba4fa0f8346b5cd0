import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  ['.pgpass', `# mine\ndb1.corp.net:5432:shop:app:⟦chosen⟧\n*:*:*:postgres:⟦word⟧\nlocalhost:5433:*:me:⟦pw⟧\n`],
  [
    '.my.cnf',
    `[client]\nuser=root\npassword=⟦word⟧\nhost=db1.corp.net\n\n[mysqldump]\nuser = backup\npassword = "⟦chosen⟧"\n`,
  ],
  [
    'etc/mysql/debian.cnf',
    `[client]\nhost     = localhost\nuser     = debian-sys-maint\npassword = ⟦pw⟧\nsocket   = /var/run/mysqld/mysqld.sock\n`,
  ],
  ['.mongorc.js', `db = connect("mongodb://admin:⟦chosen⟧@m1.corp.net:27017/admin");\ndb.auth("app", "⟦chosen⟧");\n`],
  ['.mongorc.js', `db.auth({ user: "app", pwd: "⟦chosen⟧" });\n`],
  [
    'robomongo.json',
    `{"connections":[{"connectionName":"prod","credentials":[{"databaseName":"admin","mechanism":"SCRAM-SHA-1","userName":"admin","userPassword":"⟦chosen⟧"}],"serverHost":"m1.corp.net","ssh":{"userName":"deploy","userPassword":"⟦word⟧"}}]}\n`,
  ],
  [
    '.dbeaver/data-sources.json',
    `{"connections":{"x":{"provider":"postgresql","configuration":{"host":"pg.corp.net","port":"5432","user":"app","password":"⟦chosen⟧","url":"jdbc:postgresql://pg.corp.net/app"}}}}\n`,
  ],
  [
    'odbc.ini',
    `[shop]\nDriver = PostgreSQL\nServername = pg.corp.net\nUserName = app\nPassword = ⟦word⟧\nDatabase = shop\n`,
  ],
  ['freetds/odbc.ini', `[mssql]\nDriver = FreeTDS\nServer = sql.corp.net\nUID = sa\nPWD = ⟦chosen⟧\n`],
  [
    'config/database.yml',
    `default: &default\n  adapter: postgresql\n  encoding: unicode\nproduction:\n  <<: *default\n  host: pg.corp.net\n  database: shop\n  username: shop\n  password: ⟦word⟧\nstaging:\n  url: postgres://app:⟦chosen⟧@pg2.corp.net/shop\n`,
  ],
  [
    'config/database.php',
    `<?php\nreturn ['connections' => ['mysql' => [\n  'driver' => 'mysql',\n  'host' => 'db1.corp.net',\n  'username' => 'shop',\n  'password' => '⟦chosen⟧',\n]]];\n`,
  ],
  [
    'settings.py',
    `DATABASES = {\n    'default': {\n        'ENGINE': 'django.db.backends.postgresql',\n        'NAME': 'shop',\n        'USER': 'shop',\n        'PASSWORD': '⟦chosen⟧',\n        'HOST': 'pg.corp.net',\n    }\n}\nEMAIL_HOST_PASSWORD = '⟦chosen⟧'\nSECRET_KEY = '⟦alnum:50⟧'\n`,
  ],
  [
    'src/main/resources/application.properties',
    `spring.datasource.url=jdbc:mysql://db1.corp.net:3306/shop\nspring.datasource.username=shop\nspring.datasource.password=⟦word⟧\nspring.mail.password=⟦chosen⟧\nserver.ssl.key-store-password=⟦chosen⟧\njwt.secret=⟦alnum:32⟧\n`,
  ],
  [
    'src/main/resources/application.yml',
    `spring:\n  datasource:\n    url: jdbc:postgresql://pg.corp.net/shop\n    username: shop\n    password: ⟦word⟧\n  rabbitmq:\n    host: mq.corp.net\n    username: app\n    password: "⟦chosen⟧"\n`,
  ],
  [
    'hibernate.cfg.xml',
    `<hibernate-configuration><session-factory>\n<property name="connection.url">jdbc:mysql://db1.corp.net/shop</property>\n<property name="connection.username">shop</property>\n<property name="connection.password">⟦word⟧</property>\n</session-factory></hibernate-configuration>\n`,
  ],
  [
    'META-INF/persistence.xml',
    `<properties>\n<property name="javax.persistence.jdbc.user" value="shop"/>\n<property name="javax.persistence.jdbc.password" value="⟦chosen⟧"/>\n</properties>\n`,
  ],
  [
    'META-INF/context.xml',
    `<Context><Resource name="jdbc/shop" auth="Container" type="javax.sql.DataSource" username="shop" password="⟦word⟧" url="jdbc:mysql://db1.corp.net/shop"/></Context>\n`,
  ],
  [
    'knexfile.js',
    `module.exports = { client: 'pg', connection: { host: 'pg.corp.net', user: 'shop', password: '⟦chosen⟧', database: 'shop' } }\n`,
  ],
  [
    'ormconfig.json',
    `{ "type": "mysql", "host": "db1.corp.net", "port": 3306, "username": "shop", "password": "⟦word⟧", "database": "shop" }\n`,
  ],
  [
    'config/config.json',
    `{ "production": { "username": "shop", "password": "⟦word⟧", "database": "shop", "host": "db1.corp.net", "dialect": "mysql" } }\n`,
  ],
  ['prisma/.env', `DATABASE_URL="postgresql://shop:⟦chosen⟧@pg.corp.net:5432/shop?schema=public"\n`],
  [
    'prisma/schema.prisma',
    `datasource db {\n  provider = "postgresql"\n  url      = "postgresql://shop:⟦chosen⟧@pg.corp.net:5432/shop"\n}\n`,
  ],
  [
    'appsettings.json',
    `{ "ConnectionStrings": { "Default": "Server=sql.corp.net;Database=shop;User Id=sa;Password=⟦chosen⟧;", "Other": "Data Source=sql2.corp.net;Initial Catalog=a;User ID=a;Pwd=⟦word⟧" } }\n`,
  ],
  [
    'web.config',
    `<configuration><connectionStrings>\n<add name="Db" connectionString="Data Source=sql.corp.net;Initial Catalog=shop;User ID=sa;Password=⟦word⟧" providerName="System.Data.SqlClient"/>\n</connectionStrings></configuration>\n`,
  ],
  [
    'app.py',
    `engine = create_engine('mysql+pymysql://shop:⟦chosen⟧@db1.corp.net/shop')\nconn = psycopg2.connect("host=pg.corp.net dbname=shop user=shop password=⟦chosen⟧")\npymysql.connect(host='db1.corp.net', user='shop', password='⟦chosen⟧', db='shop')\n`,
  ],
  [
    'Dao.java',
    `Connection c = DriverManager.getConnection("jdbc:mysql://db1.corp.net/shop?user=shop&password=⟦chosen⟧");\nConnection d = DriverManager.getConnection(URL, "shop", "⟦chosen⟧");\nds.setPassword("⟦chosen⟧");\n`,
  ],
  [
    'setup.sql',
    `CREATE USER 'shop'@'%' IDENTIFIED BY '⟦chosen⟧';\nCREATE ROLE app LOGIN PASSWORD '⟦word⟧';\nALTER USER postgres WITH PASSWORD '⟦chosen⟧';\nCREATE LOGIN svc WITH PASSWORD = '⟦chosen⟧';\nCREATE USER scott IDENTIFIED BY ⟦chosen⟧;\n`,
  ],
  ['redis.conf', `bind 127.0.0.1\nrequirepass ⟦chosen⟧\nmasterauth ⟦word⟧\nuser app on >⟦pw⟧ ~* +@all\n`],
  ['.redisclirc', `:set hints\nauth ⟦chosen⟧\n`],
  ['notes.txt', `db: mysql://root:⟦pw⟧@db1.corp.net:3306/shop\nsqlplus shop/⟦chosen⟧@orcl\n`],
  ['liquibase.properties', `url: jdbc:postgresql://pg.corp.net/shop\nusername: shop\npassword: ⟦word⟧\n`],
  ['flyway.conf', `flyway.url=jdbc:mysql://db1.corp.net/shop\nflyway.user=shop\nflyway.password=⟦word⟧\n`],
  ['doctrine.yaml', `doctrine:\n  dbal:\n    url: 'mysql://shop:⟦chosen⟧@db1.corp.net:3306/shop?serverVersion=8'\n`],
  ['.sqlpass', `db1.corp.net:5432:shop:app:⟦chosen⟧\n`],
])

expectQuiet([
  ['.pgpass', 'hostname:port:database:username:password\n# db1:5432:shop:app:\n'],
  ['.my.cnf', '[client]\nuser=root\npassword=\n[mysql]\nprompt=\\u@\\h>\npassword\n'],
  [
    'config/database.yml',
    'production:\n  username: shop\n  password: <%= ENV["DB_PASSWORD"] %>\n  pool: 5\ndevelopment:\n  username: postgres\n  password: postgres\n  host: localhost\n',
  ],
  [
    'src/main/resources/application.yml',
    'spring:\n  datasource:\n    username: ${DB_USER}\n    password: ${DB_PASSWORD:}\n  other:\n    password: ENC(aGVsbG8gd29ybGQgdGhpcyBpcyBlbmM=)\n    username: shop\n',
  ],
  [
    'settings.py',
    "DATABASES = {'default': {'USER': os.environ['DB_USER'], 'PASSWORD': os.environ['DB_PASSWORD'], 'HOST': 'localhost'}}\nAUTH_PASSWORD_VALIDATORS = [{'NAME': 'django.contrib.auth.password_validation.MinimumLengthValidator'}]\n",
  ],
  [
    'appsettings.json',
    '{ "ConnectionStrings": { "Default": "Server=(localdb)\\\\mssqllocaldb;Database=shop;Trusted_Connection=True;" } }\n',
  ],
  [
    'schema.sql',
    'CREATE TABLE users (id int, user varchar(20), password varchar(60) NOT NULL, token varchar(255));\nINSERT INTO users (user, password) VALUES (?, ?);\nCREATE USER app IDENTIFIED EXTERNALLY;\n',
  ],
  [
    'knexfile.js',
    "module.exports = { connection: { host: 'localhost', user: process.env.DB_USER, password: process.env.DB_PASS } }\n",
  ],
  ['redis.conf', '# requirepass foobared\n# masterauth <master-password>\nuser default on nopass ~* +@all\n'],
  [
    'openapi.yaml',
    'components:\n  schemas:\n    Login:\n      properties:\n        username:\n          type: string\n        password:\n          type: string\n          format: password\n',
  ],
])
