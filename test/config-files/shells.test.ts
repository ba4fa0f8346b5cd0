import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    '.bashrc',
    `# aliases\nalias ll='ls -l'\nexport PATH=$HOME/bin:$PATH\nexport SLACK_API_TOKEN=⟦alnum:40⟧\nexport DB_PASSWORD='⟦chosen⟧'\nexport MAIL_PASS=⟦word⟧\n`,
  ],
  [
    '.bash_profile',
    `export GITHUB_USER=someone\nexport HOMEBREW_GITHUB_API_TOKEN=⟦hex:40⟧\nexport AWS_SECRET_ACCESS_KEY="⟦alnum:40⟧"\nalias db="mysql -h db1.corp.net -u app -p⟦pw⟧ shop"\n`,
  ],
  [
    '.zshrc',
    `ZSH_THEME="robbyrussell"\nplugins=(git)\nsource $ZSH/oh-my-zsh.sh\nexport JIRA_PASSWORD=⟦chosen⟧\nexport NEXUS_PASS="⟦word⟧"\n`,
  ],
  [
    '.profile',
    `if [ -d "$HOME/bin" ]; then PATH="$HOME/bin:$PATH"; fi\nexport http_proxy=http://deploy:⟦chosen⟧@proxy.corp.net:3128\nexport API_KEY=⟦alnum:32⟧\n`,
  ],
  ['dotfiles/.exports', `export EDITOR=vim\nexport MAILGUN_SECRET="⟦hex:32⟧"\nexport FTP_PASSWORD="⟦chosen⟧"\n`],
  [
    'dotfiles/.aliases',
    `alias deploy="sshpass -p '⟦pw⟧' ssh deploy@h1.corp.net"\nalias api='curl -u svc:⟦chosen⟧ https://api.corp.net/v1'\n`,
  ],
  [
    '.config/fish/config.fish',
    `set fish_greeting\nset -gx GITLAB_TOKEN ⟦alnum:20⟧\nset -x DB_PASSWORD ⟦chosen⟧\nset -Ux API_SECRET "⟦alnum:32⟧"\n`,
  ],
  [
    '.config/fish/fish_variables',
    `# VERSION: 3.0\nSETUVAR --export GITEA_TOKEN:⟦hex:40⟧\nSETUVAR fish_key_bindings:fish_default_key_bindings\n`,
  ],
  ['.cshrc', `setenv EDITOR vi\nsetenv DB_PASSWORD ⟦chosen⟧\nsetenv API_TOKEN "⟦alnum:32⟧"\n`],
  [
    '.bash_history',
    `ls\ncd src\nmysql -u root -p⟦chosen⟧ -h db1.corp.net\nexport DB_PASSWORD=⟦word⟧\ncurl -H "Authorization: Bearer ⟦alnum:40⟧" https://api.corp.net\nmysqldump --user=app --password=⟦chosen⟧ shop > shop.sql\nsshpass -p ⟦pw⟧ scp a h1:\nPGPASSWORD=⟦chosen⟧ psql -h pg.corp.net -U app\nredis-cli -h r1 -a ⟦pw⟧ ping\ncurl -u admin:⟦chosen⟧ https://ci.corp.net/job\nwget --user=app --password=⟦chosen⟧ https://files.corp.net/a.zip\ngit clone https://deploy:⟦pw⟧@git.corp.net/a/b.git\n`,
  ],
  [
    '.zsh_history',
    `: 1700000000:0;ls -l\n: 1700000010:0;export API_TOKEN=⟦alnum:32⟧\n: 1700000020:0;docker login -u deploy -p ⟦chosen⟧ registry.corp.net\n: 1700000030:0;smbclient //fs1/share -U deploy%⟦chosen⟧\n`,
  ],
  [
    '.psql_history',
    `\\dt\nselect 1;\nALTER USER app WITH PASSWORD '⟦chosen⟧';\ncreate role reader login password '⟦word⟧';\n`,
  ],
  [
    '.mysql_history',
    `_HiStOrY_V2_\nshow\\040databases;\nGRANT ALL ON shop.* TO 'app'@'%' IDENTIFIED BY '⟦chosen⟧';\nSET PASSWORD FOR 'app'@'%' = PASSWORD('⟦chosen⟧');\nALTER USER 'root'@'localhost' IDENTIFIED WITH mysql_native_password BY '⟦pw⟧';\n`,
  ],
  ['.mysql_history', `CREATE\\040USER\\040'app'@'%'\\040IDENTIFIED\\040BY\\040'⟦chosen⟧';\n`],
  [
    '.dbshell',
    `show dbs\ndb.createUser({ user: "app", pwd: "⟦chosen⟧", roles: ["readWrite"] })\ndb.auth("app", "⟦chosen⟧")\ndb.changeUserPassword("app", "⟦pw⟧")\n`,
  ],
  [
    '.rediscli_history',
    `ping\nauth ⟦chosen⟧\nconfig set requirepass ⟦pw⟧\nAUTH app ⟦pw⟧\nCONFIG SET masterauth "⟦pw⟧"\n`,
  ],
  [
    '.python_history',
    `import requests\nrequests.get('https://api.corp.net', auth=('deploy', '⟦chosen⟧'))\ntoken = '⟦alnum:32⟧'\n`,
  ],
  [
    'scripts/deploy.sh',
    `#!/bin/sh\nset -e\nFTP_USER=deploy\nFTP_PASS=⟦chosen⟧\nlftp -u $FTP_USER,$FTP_PASS ftp.corp.net\nlftp -u deploy,⟦chosen⟧ sftp://h1.corp.net\nncftpput -u deploy -p ⟦pw⟧ ftp.corp.net /www index.html\n`,
  ],
  [
    'scripts/backup.ps1',
    `$User = "svc"\n$Password = "⟦chosen⟧"\n$env:API_TOKEN = "⟦alnum:32⟧"\n$sec = ConvertTo-SecureString "⟦chosen⟧" -AsPlainText -Force\n`,
  ],
  [
    'scripts/mount.cmd',
    `@echo off\nnet use Z: \\\\fs1\\share ⟦chosen⟧ /user:corp\\deploy\nnet use \\\\fs2\\backup /user:deploy ⟦pw⟧\nset DB_PASSWORD=⟦word⟧\nnet user svc ⟦chosen⟧ /add\n`,
  ],
])

expectQuiet([
  [
    '.bashrc',
    'export DB_PASSWORD=$(pass show db)\nexport API_TOKEN="$(cat ~/.token)"\nexport GPG_TTY=$(tty)\nexport PASS_DIR=$HOME/.password-store\nalias tok="echo $TOKEN"\nexport TOKEN=${TOKEN:-}\nexport SSH_ASKPASS=/usr/bin/ksshaskpass\nexport PASSWORD_STORE_DIR=~/.pass\n',
  ],
  [
    '.zshrc',
    'export ZSH_TMUX_TOKEN=\nread -s PASSWORD\nprintf "%s" "$PASSWORD" | docker login -u me --password-stdin\nbindkey "^[[A" history-search\n',
  ],
  [
    '.bash_history',
    'mysql -u root -p\ncurl -u $USER:$PASS https://x\npasswd\nsudo passwd root\ngit push origin token-refactor\nexport PASSWORD=\nnet user\nmake password-reset\nman pass\nssh-add\ncat /etc/passwd\ngit log --author=pass\nvim password.txt\npass insert mail\n',
  ],
  [
    '.config/fish/config.fish',
    'set -gx GITLAB_TOKEN (pass show gitlab)\nset -x DB_PASSWORD $DB_PASS\nset -l password\n',
  ],
  [
    '.psql_history',
    "ALTER USER app WITH PASSWORD NULL;\n\\password app\nselect password from users;\nupdate users set password = crypt('x', gen_salt('bf'));\n",
  ],
  [
    'scripts/mount.cmd',
    'net use Z: \\\\fs1\\share * /user:deploy\nnet use Z: /delete\nset PASSWORD=%1\nnet use Z: \\\\fs1\\share %PW% /user:deploy\nnet use\n',
  ],
  [
    'scripts/deploy.sh',
    'lftp -u "$FTP_USER","$FTP_PASS" ftp.corp.net\nread -rsp "Password: " PASSWORD\n: "${DB_PASSWORD:?must be set}"\nusage: deploy.sh --password PASSWORD\necho "token: $TOKEN"\nif [ -z "$TOKEN" ]; then echo missing token; fi\n',
  ],
])
