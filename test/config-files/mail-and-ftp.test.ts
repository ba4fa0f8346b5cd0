import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    'FileZilla/sitemanager.xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<FileZilla3 version="3.60.2" platform="windows">\n<Servers>\n<Server>\n<Host>ftp.corp.net</Host>\n<Port>21</Port>\n<Protocol>0</Protocol>\n<Type>0</Type>\n<User>deploy</User>\n<Pass encoding="base64">⟦b64:⟧</Pass>\n<Logontype>1</Logontype>\n<Name>Web</Name>\n</Server>\n</Servers>\n</FileZilla3>\n`,
  ],
  [
    'recentservers.xml',
    `<FileZilla3><RecentServers><Server><Host>h1.corp.net</Host><User>root</User><Pass encoding="base64">⟦b64word⟧</Pass></Server></RecentServers></FileZilla3>\n`,
  ],
  [
    'filezilla.xml',
    `<FileZilla3>\n\t<Server>\n\t\t<Host>h1.corp.net</Host>\n\t\t<User>web</User>\n\t\t<Pass>⟦word⟧</Pass>\n\t</Server></FileZilla3>\n`,
  ],
  [
    'WinSCP.ini',
    `[Configuration\\Interface]\nRandomSeedFile=x\n[Sessions\\web]\nHostName=h1.corp.net\nUserName=deploy\nPassword=⟦HEX:64⟧\nFSProtocol=2\n`,
  ],
  [
    'wcx_ftp.ini',
    `[default]\npasvmode=1\n[General]\nTransfer=1\n[web]\nhost=ftp.corp.net\nusername=deploy\npassword=⟦HEX:32⟧\ndirectory=/www\n`,
  ],
  ['ws_ftp.ini', `[web]\nHOST=ftp.corp.net\nUID=deploy\nPWD=⟦HEX:46⟧\nPASVMODE=1\n`],
  ['.lftprc', `set ftp:ssl-force true\nopen -u deploy,⟦chosen⟧ ftp.corp.net\n`],
  ['.lftp/rl_history', `open -u deploy,⟦pw⟧ sftp://h1.corp.net\n`],
  ['.lftp/bookmarks', `web\tftp://deploy:⟦chosen⟧@ftp.corp.net/www\n`],
  [
    '.netrc',
    `machine api.heroku.com\n  login me@corp.net\n  password ⟦hex:36⟧\nmachine ftp.corp.net login deploy password ⟦word⟧\ndefault login anonymous password me@corp.net\n`,
  ],
  [
    '_netrc',
    `machine git.corp.net login deploy password ⟦chosen⟧\nmachine h2.corp.net\nlogin root\naccount x\npassword ⟦pw⟧\nmacdef init\n`,
  ],
  [
    '.msmtprc',
    `defaults\nauth on\ntls on\naccount corp\nhost smtp.corp.net\nport 587\nfrom me@corp.net\nuser me@corp.net\npassword ⟦chosen⟧\naccount home\nhost mail.home.net\nuser me\npassword "⟦word⟧"\n`,
  ],
  ['.config/msmtp/config', `account corp\nhost smtp.corp.net\nuser me@corp.net\npassword ⟦chosen⟧\n`],
  [
    '.fetchmailrc',
    `set daemon 300\npoll mail.corp.net protocol imap username "me" password "⟦chosen⟧" ssl\npoll pop.home.net with proto POP3\n  user 'other' there with password '⟦word⟧' is me here\npoll x.corp.net user me pass ⟦pw⟧\n`,
  ],
  [
    '.offlineimaprc',
    `[general]\naccounts = corp\n[Repository corp-remote]\ntype = IMAP\nremotehost = imap.corp.net\nremoteuser = me@corp.net\nremotepass = ⟦chosen⟧\nssl = yes\n`,
  ],
  [
    '.getmail/getmailrc',
    `[retriever]\ntype = SimpleIMAPSSLRetriever\nserver = imap.corp.net\nusername = me\npassword = ⟦word⟧\n[destination]\ntype = Maildir\n`,
  ],
  ['.mbsyncrc', `IMAPAccount corp\nHost imap.corp.net\nUser me@corp.net\nPass ⟦chosen⟧\nSSLType IMAPS\n`],
  ['.isyncrc', `IMAPAccount corp\nHost imap.corp.net\nUser me\nPass "⟦word⟧"\n`],
  [
    '.muttrc',
    `set from = "me@corp.net"\nset imap_user = "me@corp.net"\nset imap_pass = "⟦chosen⟧"\nset smtp_url = "smtp://me@smtp.corp.net:587/"\nset smtp_pass = '⟦word⟧'\nset folder = "imaps://me:⟦pw⟧@imap.corp.net/"\n`,
  ],
  ['.mutt/muttrc', `set my_pass=⟦chosen⟧\nset imap_pass=⟦pw⟧\n`],
  [
    '.mailrc',
    `set smtp=smtps://smtp.corp.net:465\nset smtp-auth=login\nset smtp-auth-user=me@corp.net\nset smtp-auth-password=⟦chosen⟧\nset mta=smtps://me%40corp.net:⟦pw⟧@smtp.corp.net:465\n`,
  ],
  [
    '.esmtprc',
    `identity me@corp.net\nhostname smtp.corp.net:587\nusername "me@corp.net"\npassword "⟦word⟧"\nstarttls required\n`,
  ],
  [
    'etc/ssmtp/ssmtp.conf',
    `root=me@corp.net\nmailhub=smtp.corp.net:587\nAuthUser=me\nAuthPass=⟦word⟧\nUseSTARTTLS=YES\n`,
  ],
  ['etc/postfix/sasl_passwd', `[smtp.corp.net]:587 me@corp.net:⟦chosen⟧\nrelay.corp.net other:⟦pw⟧\n`],
  ['etc/exim4/passwd.client', `# target.mail.server.example:login:password\nsmtp.corp.net:me@corp.net:⟦chosen⟧\n`],
  ['.authinfo', `machine imap.corp.net login me port 993 password ⟦chosen⟧\n`],
  ['.authinfo', `machine smtp.corp.net port 587 login me@corp.net password "⟦word⟧"\n`],
  [
    '.davmail.properties',
    `davmail.url=https://mail.corp.net\ndavmail.proxyUser=me\ndavmail.proxyPassword=⟦chosen⟧\ndavmail.ssl.keystorePass=⟦word⟧\n`,
  ],
  [
    'etc/dovecot/dovecot-sql.conf.ext',
    `driver = mysql\nconnect = host=db1.corp.net dbname=mail user=mail password=⟦chosen⟧\ndefault_pass_scheme = SHA512-CRYPT\n`,
  ],
  [
    'etc/postfix/mysql-virtual.cf',
    `user = mail\npassword = ⟦word⟧\nhosts = 127.0.0.1\ndbname = mail\nquery = SELECT 1 FROM x WHERE name='%s'\n`,
  ],
  [
    '.config/evolution/x.source',
    `[Authentication]\nHost=imap.corp.net\nMethod=plain/password\nPort=993\nUser=me\nRememberPassword=true\n[Old]\nPassword=⟦chosen⟧\n`,
  ],
])

expectQuiet([
  [
    'sitemanager.xml',
    '<FileZilla3><Servers><Server><Host>ftp.corp.net</Host><User>deploy</User><Pass encoding="base64"></Pass><Logontype>0</Logontype></Server><Server><Pass encoding="crypt" pubkey="x">abcdefghijklmnopqrstuvwxyz0123456789</Pass></Server></Servers></FileZilla3>',
  ],
  ['.msmtprc', 'account corp\nhost smtp.corp.net\nuser me@corp.net\npasswordeval "gpg --decrypt ~/.msmtp.gpg"\n'],
  ['.mbsyncrc', 'IMAPAccount corp\nHost imap.corp.net\nUser me\nPassCmd "pass show mail/corp"\n'],
  ['.offlineimaprc', '[Repository corp-remote]\nremoteuser = me\nremotepasseval = get_pass("corp")\n'],
  [
    '.muttrc',
    'set imap_pass="`pass show mail`"\nset smtp_pass = `gpg -d ~/.mutt/pw.gpg`\nset crypt_use_gpgme=yes\nset my_pass = "$my_other"\nbind index <space> next-page\nset pgp_timeout=1800\n',
  ],
  [
    '.netrc',
    '# machine api.corp.net login me password something\nmachine api.corp.net login $USER password $TOKEN\nmachine x.corp.net login me password <password>\n',
  ],
  ['.fetchmailrc', 'poll mail.corp.net proto imap user "me" there ssl\n# password comes from ~/.netrc\n'],
  [
    'etc/postfix/main.cf',
    'smtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd\nsmtpd_tls_key_file = /etc/ssl/private/x.key\n',
  ],
  ['.authinfo', 'machine imap.corp.net login me password your-password\n'],
])
