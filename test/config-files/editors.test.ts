import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    'sftp-config.json',
    `{\n    // sftp, ftp or ftps\n    "type": "sftp",\n    "sync_down_on_open": true,\n    "host": "h1.corp.net",\n    "user": "deploy",\n    "password": "⟦word⟧",\n    //"port": "22",\n    "remote_path": "/www/"\n}\n`,
  ],
  [
    '.ftpconfig',
    `{\n    "protocol": "ftp",\n    "host": "ftp.corp.net",\n    "port": 21,\n    "user": "deploy",\n    "pass": "⟦chosen⟧",\n    "remote": "/",\n    "passphrase": "⟦word⟧"\n}\n`,
  ],
  [
    '.remote-sync.json',
    `{ "transport": "scp", "hostname": "h1.corp.net", "username": "deploy", "password": "⟦word⟧", "target": "/www" }\n`,
  ],
  [
    '.vscode/sftp.json',
    `{ "name": "web", "host": "h1.corp.net", "protocol": "sftp", "port": 22, "username": "deploy", "password": "⟦chosen⟧", "remotePath": "/" }\n`,
  ],
  [
    '.vscode/settings.json',
    `{ "sqltools.connections": [{ "server": "db1.corp.net", "username": "shop", "password": "⟦word⟧" }] }\n`,
  ],
  [
    'ftpsync.settings',
    `{ "web": { "host": "ftp.corp.net", "username": "deploy", "password": "⟦chosen⟧", "path": "/" } }\n`,
  ],
  [
    '.idea/WebServers.xml',
    `<project version="4"><component name="WebServers"><option name="servers"><webServer id="1" name="web" url="http://h1.corp.net"><fileTransfer host="h1.corp.net" port="22" accessType="SFTP"><option name="userName" value="deploy" /><option name="password" value="⟦HEX:24⟧" /></fileTransfer></webServer></option></component></project>\n`,
  ],
  [
    '.idea/dataSources.xml',
    `<data-source><jdbc-url>jdbc:mysql://shop:⟦chosen⟧@db1.corp.net:3306/shop</jdbc-url></data-source>\n`,
  ],
  [
    '.idea/dataSources.local.xml',
    `<data-source name="x"><user-name>shop</user-name><jdbc-url>jdbc:postgresql://pg.corp.net/shop?user=shop&amp;password=⟦chosen⟧</jdbc-url></data-source>\n`,
  ],
  ['nbproject/private/private.properties', `remote.user=deploy\nremote.password=⟦word⟧\n`],
  ['.settings/org.eclipse.x.prefs', `eclipse.preferences.version=1\nrepo.user=me\nrepo.password=⟦chosen⟧\n`],
])

expectQuiet([
  [
    'sftp-config.json',
    '{\n  "host": "example.com",\n  "user": "username",\n  //"password": "password",\n  "remote_path": "/example/path/"\n}\n',
  ],
  [
    '.vscode/settings.json',
    '{ "editor.fontSize": 12, "git.path": "x", "password.show": false, "token.kind": "semantic", "editor.tokenColorCustomizations": { "textMateRules": [] } }',
  ],
  [
    '.idea/WebServers.xml',
    '<fileTransfer host="h1.corp.net" port="22" accessType="SFTP"><advancedOptions><advancedOptions passiveMode="true" /></advancedOptions><option name="port" value="22" /></fileTransfer>',
  ],
])
