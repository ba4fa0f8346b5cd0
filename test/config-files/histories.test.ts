import { expectFound } from './expect-files.ts'

expectFound([
  [
    '.bash_history',
    `mysql -h db -u root --password=⟦word⟧ shop\nmysql -uroot -p'⟦chosen⟧' shop\nmysqladmin -u root password ⟦chosen⟧\nmysqladmin -u root -p⟦pw⟧ status\npsql "postgresql://app:⟦chosen⟧@pg.corp.net/x"\npsql "host=pg.corp.net user=app password=⟦chosen⟧"\nmongo -u admin -p ⟦chosen⟧ --authenticationDatabase admin\nmongosh "mongodb://admin:⟦pw⟧@m1.corp.net"\nmongodump --uri mongodb://app:⟦pw⟧@m2.corp.net/x\nredis-cli -a ⟦pw⟧\ncurl -u 'svc:⟦chosen⟧' https://x.corp.net\ncurl --user svc:⟦pw⟧ https://x.corp.net\ncurl -H 'X-Api-Key: ⟦alnum:32⟧' https://x.corp.net\ncurl -H 'PRIVATE-TOKEN: ⟦alnum:20⟧' https://git.corp.net/api/v4\n`,
  ],
  [
    '.bash_history',
    `docker login -u deploy --password ⟦chosen⟧ r.corp.net\ndocker run -d -e MYSQL_ROOT_PASSWORD=⟦word⟧ -e DB_PASS=⟦chosen⟧ mysql\ndocker run --env POSTGRES_PASSWORD=⟦chosen⟧ postgres\nsudo mount -t cifs //fs1/x /mnt -o user=me,pass=⟦chosen⟧\necho '⟦chosen⟧' | sudo -S ls\necho "me:⟦chosen⟧" | chpasswd\nsmbpasswd -a me\nnmcli dev wifi connect home password ⟦chosen⟧\nopenssl enc -aes-256-cbc -k ⟦chosen⟧ -in a\nopenssl pkcs12 -export -passout pass:⟦chosen⟧ -in a\ngpg --passphrase ⟦chosen⟧ -d a\nzip -P ⟦chosen⟧ a.zip b\nldapwhoami -D cn=admin -w ⟦chosen⟧\nkubectl create secret generic db --from-literal=password=⟦chosen⟧\nhelm upgrade x y --set db.password=⟦chosen⟧\nansible all -e ansible_password=⟦chosen⟧ -m ping\nvault write secret/x password=⟦chosen⟧\naws configure set aws_secret_access_key ⟦alnum:40⟧\naz storage blob list --account-key ⟦alnum:86⟧\nnpm config set //npm.corp.net/:_authToken ⟦alnum:36⟧\ncomposer config http-basic.repo.corp.net deploy ⟦chosen⟧\ngit remote add origin https://me:⟦pw⟧@git.corp.net/a.git\nsvn up --username me --password ⟦chosen⟧\nftp -u ftp://me:⟦pw⟧@ftp.corp.net/ a\nncftp -u me -p ⟦chosen⟧ ftp.corp.net\nlftp -e 'put a' -u me,⟦chosen⟧ ftp.corp.net\nrsync --password-file=x a b\nscp -o "ProxyCommand x" a b\nwget --http-user=me --http-password=⟦chosen⟧ https://x.corp.net\nwget --user me --password ⟦chosen⟧ https://x.corp.net\nhttp -a me:⟦chosen⟧ GET https://x.corp.net\nplink -pw ⟦chosen⟧ me@h1\npscp -pw ⟦chosen⟧ a me@h1:\nputty -ssh me@h1 -pw ⟦pw⟧\n`,
  ],
  [
    '.zsh_history',
    `: 1700000000:0;PGPASSWORD='⟦chosen⟧' pg_dump -h pg.corp.net -U app shop\n: 1700000001:0;export AWS_SECRET_ACCESS_KEY=⟦alnum:40⟧\n: 1700000001:0;bw login me@corp.net ⟦chosen⟧\n: 1700000002:0;heroku config:set DB_PASSWORD=⟦chosen⟧ API_TOKEN=⟦alnum:32⟧\n: 1700000003:0;fly secrets set SESSION_SECRET=⟦alnum:40⟧\n: 1700000005:0;vercel env add\n: 1700000006:0;influx -username admin -password ⟦chosen⟧\n: 1700000007:0;cqlsh -u cassandra -p ⟦chosen⟧ h1\n: 1700000008:0;clickhouse-client --user app --password ⟦chosen⟧\n: 1700000009:0;sqlplus system/⟦chosen⟧@db1\n: 1700000010:0;rabbitmqctl add_user app ⟦chosen⟧\n: 1700000010:0;rabbitmqctl change_password app ⟦chosen⟧\n: 1700000011:0;htpasswd -b .htpasswd me ⟦chosen⟧\n: 1700000012:0;etcdctl --user root:⟦chosen⟧ get x\n: 1700000013:0;rclone config create x webdav url https://x.corp.net user me pass ⟦alnum:24⟧\n: 1700000014:0;mc alias set x https://s3.corp.net AKEY1234 ⟦alnum:40⟧\n: 1700000015:0;sqlcmd -S s1 -U sa -P ⟦chosen⟧ -i x.sql\n: 1700000016:0;bcp db.t out f -S s1 -U sa -P ⟦chosen⟧\n`,
  ],
  [
    '.local/share/fish/fish_history',
    `- cmd: mysql -u root -p⟦chosen⟧\n  when: 1600000000\n- cmd: set -x TOKEN ⟦alnum:32⟧\n  when: 1600000001\n- cmd: export API_SECRET=⟦alnum:32⟧\n  when: 2\n`,
  ],
  [
    'ConsoleHost_history.txt',
    `$cred = New-Object PSCredential("svc", (ConvertTo-SecureString "⟦chosen⟧" -AsPlainText -Force))\nConnect-AzAccount\n$pass = '⟦chosen⟧'\nNew-LocalUser -Name x -Password (ConvertTo-SecureString '⟦chosen⟧' -AsPlainText -Force)\nnet use \\\\fs1\\a /user:x ⟦chosen⟧\nInvoke-Sqlcmd -ServerInstance s1 -Username sa -Password ⟦chosen⟧\nInvoke-Sqlcmd -ServerInstance s1 -Username sa -Password "⟦word⟧"\n$env:DB_PASSWORD="⟦word⟧"\n`,
  ],
  ['.irb-history', `Stripe.api_key = "⟦alnum:32⟧"\nUser.create(email: 'a@corp.net', password: '⟦chosen⟧')\n`],
  ['.node_repl_history', `const token = '⟦alnum:36⟧'\nclient.auth('me', '⟦chosen⟧')\n`],
  ['.sqlite_history', `PRAGMA key = '⟦chosen⟧';\nselect 1;\n`],
  ['.cqlshrc', `[authentication]\nusername = cassandra\npassword = ⟦word⟧\n[connection]\nhostname = c1\n`],
  ['.cassandra/credentials', `[PlainTextAuthProvider]\nusername = app\npassword = ⟦word⟧\n`],
  ['.pg_service.conf', `[shop]\nhost=pg.corp.net\nuser=app\npassword=⟦word⟧\ndbname=shop\n`],
  ['.mylogin.txt', `[client]\npassword = ⟦chosen⟧\n`],
  ['.curlrc', `user = "svc:⟦chosen⟧"\nproxy-user = "p:⟦chosen⟧"\n`],
  ['.curlrc', `--user svc:⟦pw⟧\nheader = "Authorization: Bearer ⟦alnum:40⟧"\n`],
  ['.wgetrc', `http_user = me\nhttp_password = ⟦word⟧\nftp_password=⟦chosen⟧\nproxy_password = ⟦chosen⟧\n`],
  ['.aria2/aria2.conf', `rpc-secret=⟦chosen⟧\nhttp-user=me\nhttp-passwd=⟦word⟧\nftp-passwd=⟦chosen⟧\n`],
  [
    '.config/transmission-daemon/settings.json',
    `{ "rpc-username": "me", "rpc-password": "⟦chosen⟧", "rpc-port": 9091 }\n`,
  ],
  ['.smbcredentials', `username=me\npassword=⟦word⟧\ndomain=CORP\n`],
  ['etc/fstab', `//fs1/share /mnt cifs username=me,password=⟦chosen⟧,uid=1000 0 0\n`],
  [
    'etc/ipsec.secrets',
    `: PSK "⟦chosen⟧"\n10.0.0.1 10.0.0.2 : PSK "⟦alnum:32⟧"\nme : EAP "⟦chosen⟧"\nme2 : XAUTH ⟦chosen⟧\n`,
  ],
  [
    'vpnc.conf',
    `IPSec gateway vpn.corp.net\nIPSec ID grp\nIPSec secret ⟦chosen⟧\nXauth username me\nXauth password ⟦word⟧\n`,
  ],
  ['snmpd.conf', `rocommunity ⟦chosen⟧ 10.0.0.0/8\n`],
  ['ldap.conf', `uri ldap://l.corp.net\nbinddn cn=x\nbindpw ⟦chosen⟧\n`],
  ['etc/nslcd.conf', `uri ldap://l.corp.net\nbinddn cn=x\nbindpw ⟦word⟧\n`],
])
