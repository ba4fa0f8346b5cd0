import { expectFound } from './expect-files.ts'

expectFound([
  ['app.env.sh', `DB_PASSWORD=\${DB_PASSWORD:-⟦chosen⟧}\nexport TOKEN="\${API_TOKEN:=⟦alnum:32⟧}"\n`],
  [
    'docker-compose.yml',
    `services:\n  a:\n    environment:\n      DB_PASSWORD: \${DB_PASSWORD:-⟦chosen⟧}\n      JWT_SECRET: "\${JWT_SECRET:-⟦alnum:32⟧}"\n      - REDIS_PASSWORD=\${REDIS_PASSWORD:-⟦chosen⟧}\n      DATABASE_URL: postgres://\${DB_USER:-app}:\${DB_PASSWORD:-⟦pw⟧}@pg/x\n`,
  ],
  [
    'application.yml',
    `spring:\n  datasource:\n    password: \${DB_PASSWORD:⟦chosen⟧}\n    username: \${DB_USER:app}\n  jwt:\n    secret: \${JWT_SECRET:⟦alnum:32⟧}\n`,
  ],
  [
    'application.properties',
    `spring.datasource.password=\${DB_PASS:⟦word⟧}\napp.jwt.secret=\${JWT_SECRET:⟦alnum:32⟧}\n`,
  ],
  ['App.java', `@Value("\${db.password:⟦chosen⟧}")\nprivate String p;\n@Value("\${jwt.secret:⟦alnum:32⟧}")\n`],
  [
    'config.py',
    `DB_PASSWORD = os.environ.get("DB_PASSWORD", "⟦chosen⟧")\nSECRET = os.getenv('SECRET_KEY', default='⟦alnum:32⟧')\npassword = config('DB_PASSWORD', default='⟦chosen⟧')\ntoken = env.str("API_TOKEN", "⟦alnum:32⟧")\npw = settings.get('password', '⟦chosen⟧')\nDB_URL = os.getenv("DB_URL") or "postgresql://app:⟦chosen⟧@pg.corp.net/x"\n`,
  ],
  [
    'config.js',
    `const password = process.env.DB_PASSWORD || '⟦chosen⟧'\nconst t = process.env.TOKEN ?? "⟦alnum:32⟧"\nmodule.exports = { secret: process.env.SESSION_SECRET || "⟦alnum:24⟧", db: process.env.DATABASE_URL || 'mongodb://app:⟦chosen⟧@m1.corp.net/x' }\nsession({ secret: '⟦alnum:24⟧' })\njwt.sign(p, '⟦alnum:24⟧')\n`,
  ],
  [
    'config.rb',
    `password: ENV.fetch('DB_PASSWORD', '⟦chosen⟧'),\nENV['DB_PASSWORD'] || '⟦chosen⟧'\nENV['API_TOKEN'] ||= "⟦alnum:32⟧"\n`,
  ],
  [
    'database.yml',
    `production:\n  password: <%= ENV.fetch("DB_PASSWORD", "⟦chosen⟧") %>\n  other: <%= ENV['DB_PASSWORD'] || '⟦chosen⟧' %>\n`,
  ],
  [
    'config.php',
    `$p = getenv('DB_PASSWORD') ?: '⟦chosen⟧';\n'password' => env('DB_PASSWORD', '⟦chosen⟧'),\n'key' => $_ENV['API_KEY'] ?? '⟦alnum:32⟧',\n`,
  ],
  [
    'main.go',
    `password := getEnv("DB_PASSWORD", "⟦chosen⟧")\nviper.SetDefault("db.password", "⟦chosen⟧")\nflag.String("password", "⟦chosen⟧", "the password")\ncfg := Config{Password: "⟦chosen⟧", Token: "⟦alnum:32⟧"}\n`,
  ],
  [
    'Main.cs',
    `var p = Environment.GetEnvironmentVariable("DB_PASSWORD") ?? "⟦chosen⟧";\nvar c = new SqlConnection("Server=s1;Database=a;User Id=sa;Password=⟦chosen⟧;TrustServerCertificate=True");\nbuilder.Password = "⟦chosen⟧";\noptions.UseNpgsql("Host=pg;Database=x;Username=app;Password=⟦chosen⟧");\nnew MySqlConnection("server=db1;uid=root;pwd=⟦chosen⟧;database=x");\n`,
  ],
  [
    'main.rs',
    `let password = env::var("DB_PASSWORD").unwrap_or("⟦chosen⟧".to_string());\nlet url = "mysql://root:⟦chosen⟧@db1.corp.net/x";\nlet t = std::env::var("API_TOKEN").unwrap_or_else(|_| "⟦alnum:32⟧".into());\n`,
  ],
  ['Main.kt', `val password = System.getenv("DB_PASSWORD") ?: "⟦chosen⟧"\nconst val API_KEY = "⟦alnum:32⟧"\n`],
  [
    'x.swift',
    `let password = ProcessInfo.processInfo.environment["PASSWORD"] ?? "⟦chosen⟧"\nlet apiKey = "⟦alnum:32⟧"\n`,
  ],
  ['x.pl', `my $password = '⟦chosen⟧';\nmy $dbh = DBI->connect("dbi:mysql:shop", "root", "⟦chosen⟧");\n`],
  ['x.lua', `local password = "⟦chosen⟧"\nngx.req.set_header("Authorization", "Bearer ⟦alnum:40⟧")\n`],
  [
    'x.R',
    `con <- dbConnect(RMySQL::MySQL(), user = "app", password = "⟦chosen⟧", host = "db1")\nSys.setenv(API_TOKEN = "⟦alnum:32⟧")\n`,
  ],
  [
    'x.ex',
    `config :app, App.Repo, username: "app", password: "⟦chosen⟧", hostname: "pg"\nconfig :app, AppWeb.Endpoint, secret_key_base: "⟦alnum:64⟧"\n`,
  ],
  ['x.scala', `val password = sys.env.getOrElse("DB_PASSWORD", "⟦chosen⟧")\n`],
  ['x.tcl', `set password "⟦chosen⟧"\n`],
  ['x.exp', `spawn ssh me@h1\nexpect "password:"\nsend "⟦chosen⟧\\r"\n`],
  ['x.m', `NSString *password = @"⟦chosen⟧";\n#define kAPIKey @"⟦alnum:32⟧"\n`],
  [
    'urls.list',
    `postgres://app:⟦chosen⟧@pg.corp.net:5432/x\npostgresql://app:⟦word⟧@pg.corp.net/x?sslmode=require\npostgresql+psycopg2://app:⟦chosen⟧@pg.corp.net/x\nmysql://root:⟦chosen⟧@db1.corp.net/x\nmysql+pymysql://app:⟦pw⟧@db1.corp.net/x\nmariadb://app:⟦chosen⟧@db1/x\nmongodb://app:⟦chosen⟧@m1:27017,m2:27017/x?replicaSet=r\nmongodb+srv://app:⟦chosen⟧@c0.x1.mongodb.net/x\nredis://default:⟦chosen⟧@r1.corp.net:6379\nrediss://:⟦pw⟧@r1.corp.net:6380/0\namqp://app:⟦chosen⟧@mq.corp.net:5672/v\nmssql://sa:⟦chosen⟧@s1.corp.net/x\nsqlserver://sa:⟦chosen⟧@s1.corp.net:1433?database=x\nmssql+pyodbc://sa:⟦chosen⟧@dsn\noracle://app:⟦chosen⟧@ora.corp.net:1521/x\noracle+cx_oracle://app:⟦chosen⟧@ora.corp.net/x\ncockroachdb://app:⟦chosen⟧@c1.corp.net:26257/x\nclickhouse://app:⟦chosen⟧@ch.corp.net:9000/x\nclickhouse+native://app:⟦chosen⟧@ch.corp.net/x\nneo4j+s://neo4j:⟦chosen⟧@n1.corp.net\nbolt://neo4j:⟦chosen⟧@n1.corp.net:7687\nldap://cn=admin:⟦chosen⟧@l1.corp.net\nsmtp://me:⟦chosen⟧@smtp.corp.net:587\nsmtps://me%40corp.net:⟦chosen⟧@smtp.corp.net\nimaps://me:⟦chosen⟧@imap.corp.net\nftp://me:⟦chosen⟧@ftp.corp.net/x\nsftp://me:⟦chosen⟧@h1.corp.net/x\nssh://me:⟦chosen⟧@h1.corp.net\nhttp://me:⟦chosen⟧@in.corp.net/x\nhttps://me:⟦pw⟧@in.corp.net/x\nelasticsearch://elastic:⟦chosen⟧@es.corp.net:9200\nkafka://app:⟦chosen⟧@k1.corp.net:9092\nnats://app:⟦chosen⟧@n1.corp.net:4222\nmqtt://app:⟦chosen⟧@mq.corp.net\nmqtts://app:⟦chosen⟧@mq.corp.net:8883\nstomp://app:⟦chosen⟧@mq.corp.net\ncouchdb://app:⟦chosen⟧@c1.corp.net\ncassandra://app:⟦chosen⟧@c1.corp.net/x\nsnowflake://app:⟦chosen⟧@acct.eu/x\nredshift+psycopg2://app:⟦chosen⟧@rs.corp.net:5439/x\nhive://app:⟦chosen⟧@h1.corp.net\npresto://app:⟦chosen⟧@p1.corp.net\ntrino://app:⟦chosen⟧@p1.corp.net\nvertica://app:⟦chosen⟧@v1.corp.net/x\ninfluxdb://app:⟦chosen⟧@i1.corp.net:8086/x\nsocks5://me:⟦chosen⟧@p1.corp.net:1080\nrtsp://admin:⟦chosen⟧@10.1.2.3/s\nwebdav://me:⟦chosen⟧@d1.corp.net\nsmb://me:⟦chosen⟧@fs1/share\ncifs://me:⟦chosen⟧@fs1/share\nvnc://me:⟦chosen⟧@h1\nrdp://me:⟦chosen⟧@h1\nsvn+ssh://me:⟦chosen⟧@svn.corp.net/x\ngit://me:⟦chosen⟧@git.corp.net/x\ntelnet://me:⟦chosen⟧@sw1.corp.net\nxmpp://me:⟦chosen⟧@x.corp.net\nirc://me:⟦chosen⟧@irc.corp.net\nbeanstalk://app:⟦chosen⟧@b1\nmemcached://app:⟦chosen⟧@m1.corp.net:11211\nrabbitmq://app:⟦chosen⟧@mq.corp.net\npulsar://app:⟦chosen⟧@p1.corp.net\narangodb://root:⟦chosen⟧@a1.corp.net\ndb2://app:⟦chosen⟧@d1.corp.net:50000/x\nibm_db_sa://app:⟦chosen⟧@d1.corp.net/x\nfirebird://app:⟦chosen⟧@f1.corp.net/x\nsybase://app:⟦chosen⟧@s1.corp.net/x\nteradata://app:⟦chosen⟧@t1.corp.net\n`,
  ],
  [
    'jdbc.list',
    `jdbc:mysql://db1.corp.net:3306/x?user=root&password=⟦chosen⟧\njdbc:postgresql://pg.corp.net/x?user=app&password=⟦chosen⟧&ssl=true\njdbc:sqlserver://s1.corp.net:1433;databaseName=x;user=sa;password=⟦chosen⟧;encrypt=true\njdbc:oracle:thin:app/⟦chosen⟧@//ora.corp.net:1521/x\njdbc:oracle:thin:app/⟦chosen⟧@ora.corp.net:1521:x\njdbc:mariadb://db1/x?user=a&password=⟦chosen⟧\njdbc:db2://d1.corp.net:50000/x:user=app;password=⟦chosen⟧;\njdbc:jtds:sqlserver://s1/x;user=sa;password=⟦chosen⟧\njdbc:h2:tcp://h1/x;USER=sa;PASSWORD=⟦chosen⟧\njdbc:snowflake://a.corp.net/?user=app&password=⟦chosen⟧\njdbc:redshift://rs:5439/x?UID=app&PWD=⟦chosen⟧\njdbc:hive2://h1:10000/x;user=app;password=⟦chosen⟧\njdbc:sybase:Tds:s1:5000/x?USER=sa&PASSWORD=⟦chosen⟧\njdbc:clickhouse://ch:8123/x?user=app&password=⟦chosen⟧\njdbc:mysql://root:⟦chosen⟧@db1.corp.net/x\n`,
  ],
  [
    'dsn.list',
    `Server=s1.corp.net;Database=x;User Id=sa;Password=⟦chosen⟧;\nData Source=s1;Initial Catalog=x;User ID=sa;Password=⟦word⟧\nServer=tcp:s1.database.windows.net,1433;Initial Catalog=x;User ID=a@s1;Password=⟦pw⟧;Encrypt=True\nHost=pg.corp.net;Port=5432;Username=app;Password=⟦chosen⟧;Database=x\nserver=db1;uid=root;pwd=⟦chosen⟧;database=x\nDriver={ODBC Driver 17 for SQL Server};Server=s1;Database=x;Uid=sa;Pwd=⟦chosen⟧;\nDSN=x;UID=app;PWD=⟦chosen⟧\nData Source=ora;User Id=app;Password=⟦chosen⟧;\nhost=pg.corp.net port=5432 dbname=x user=app password=⟦chosen⟧\nuser:⟦chosen⟧@tcp(db1.corp.net:3306)/x\nroot:⟦chosen⟧@unix(/tmp/mysql.sock)/x\nuser=app password=⟦chosen⟧ host=pg dbname=x\nmongodb://app:⟦chosen⟧@m1/x\nEndpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=⟦alnum:43⟧\nredis.corp.net:6380,password=⟦pw⟧,ssl=True,abortConnect=False\namqp://guest:⟦chosen⟧@localhost:5672\nProvider=MSOLAP;Data Source=x;User ID=a;Password=⟦chosen⟧\nFileName=x.mdb;Jet OLEDB:Database Password=⟦chosen⟧\nData Source=x.db;Password=⟦chosen⟧;Version=3\n`,
  ],
])
