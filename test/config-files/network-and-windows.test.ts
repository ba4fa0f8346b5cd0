import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    'wpa_supplicant.conf',
    `network={\n    ssid="home"\n    psk="⟦word⟧"\n}\nnetwork={\n    ssid="corp"\n    key_mgmt=WPA-EAP\n    identity="me@corp.net"\n    password="⟦chosen⟧"\n}\n`,
  ],
  [
    'etc/NetworkManager/system-connections/home.nmconnection',
    `[wifi]\nssid=home\n\n[wifi-security]\nkey-mgmt=wpa-psk\npsk=⟦word⟧\n`,
  ],
  ['hostapd.conf', `interface=wlan0\nssid=home\nwpa_passphrase=⟦chosen⟧\n`],
  ['client.ovpn', `client\nremote vpn.corp.net 1194\n<auth-user-pass>\nme\n⟦chosen⟧\n</auth-user-pass>\n`],
  ['etc/proxychains.conf', `[ProxyList]\nsocks5 10.1.2.3 1080 me ⟦chosen⟧\n`],
  [
    '.irssi/config',
    `servers = ( { address = "irc.corp.net"; chatnet = "c"; port = "6697"; password = "⟦chosen⟧"; } );\nchatnets = { c = { type = "IRC"; nick = "me"; sasl_username = "me"; sasl_password = "⟦chosen⟧"; autosendcmd = "/msg NickServ identify ⟦chosen⟧"; }; };\n`,
  ],
  [
    '.weechat/irc.conf',
    `c.addresses = "irc.corp.net/6697"\nc.sasl_username = "me"\nc.sasl_password = "⟦chosen⟧"\nc.password = "⟦chosen⟧"\n`,
  ],
  [
    'ventrilo_srv.ini',
    `[Server]\nName=Corp\nPhonetic=Corp\nAuth=1\nAdminPassword=⟦word⟧\nPassword=⟦word⟧\nPort=3784\n`,
  ],
  ['server.cfg', `hostname "corp"\nrcon_password "⟦word⟧"\nsv_password "⟦chosen⟧"\n`],
  ['server.properties', `enable-rcon=true\nrcon.port=25575\nrcon.password=⟦word⟧\n`],
  [
    'tomcat-users.xml',
    `<tomcat-users>\n<role rolename="manager-gui"/>\n<user username="boss" password="⟦word⟧" roles="manager-gui"/>\n</tomcat-users>\n`,
  ],
  [
    'server.xml',
    `<Connector port="8443" keystoreFile="conf/k.jks" keystorePass="⟦chosen⟧" truststorePass="⟦chosen⟧"/>\n`,
  ],
  [
    'credentials.xml',
    `<com.x.UsernamePasswordCredentialsImpl>\n<id>a</id>\n<username>deploy</username>\n<password>⟦chosen⟧</password>\n</com.x.UsernamePasswordCredentialsImpl>\n`,
  ],
  [
    'autounattend.xml',
    `<AutoLogon><Password><Value>⟦word⟧</Value><PlainText>true</PlainText></Password><Username>admin</Username></AutoLogon>\n<UserAccounts><AdministratorPassword><Value>⟦chosen⟧</Value><PlainText>true</PlainText></AdministratorPassword></UserAccounts>\n`,
  ],
  ['Groups.xml', `<User name="x"><Properties action="U" cpassword="⟦alnum:44⟧" userName="Administrator"/></User>\n`],
  ['log4j.xml', `<SMTP name="m" smtpHost="smtp.corp.net" smtpUsername="me" smtpPassword="⟦chosen⟧"/>\n`],
  [
    'App.plist',
    `<dict><key>username</key><string>svc</string><key>password</key><string>⟦word⟧</string><key>apiToken</key><string>⟦alnum:32⟧</string></dict>\n`,
  ],
  [
    'standalone.xml',
    `<datasource><security><user-name>shop</user-name><password>⟦word⟧</password></security></datasource>\n`,
  ],
  ['users.csv', `username,password\nme,⟦chosen⟧\n`],
  ['kickstart.cfg', `rootpw --plaintext ⟦chosen⟧\nuser --name=me --password=⟦chosen⟧ --plaintext\n`],
  ['preseed.cfg', `d-i passwd/root-password password ⟦chosen⟧\nd-i passwd/user-password password ⟦word⟧\n`],
])

expectQuiet([
  [
    'tomcat-users.xml',
    '<!--\n  <user username="tomcat" password="<must-be-changed>" roles="tomcat"/>\n  <user username="admin" password="s3cret-not-set" roles=""/> -->'.replace(
      's3cret-not-set',
      '<must-be-changed>',
    ),
  ],
  ['server.xml', '<Connector port="8443" keystoreFile="conf/k.jks" keystorePass="changeit"/>'],
  [
    'credentials.xml',
    '<c><username>deploy</username><password>{AQAAABAAAAAgabcdefghijklmnop1234567890ABCDEFGHIJKLMNOP=}</password></c>',
  ],
  [
    'App.plist',
    '<dict><key>NSFaceIDUsageDescription</key><string>Unlock</string><key>password</key><string></string><key>TokenType</key><string>Bearer</string></dict>',
  ],
  [
    'messages.properties',
    'login.username=User name\nlogin.password=Password\npassword.reset=Reset\nlogin.password.hint=Hint\nuser=User\nuser.password=Contrasena\n',
  ],
  ['hostapd.conf', 'ssid=home\nwpa_psk_file=/etc/hostapd.psk\n'],
  [
    'strings.xml',
    '<resources><string name="username">User</string><string name="password">Password</string><string name="password_hint">At least 8</string></resources>',
  ],
  ['sshd_config', 'PasswordAuthentication no\nPermitEmptyPasswords no\nUsePAM yes\n'],
])
