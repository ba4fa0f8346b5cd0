import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'

/** Made here, so that nothing that looks like a password stands in the file. The second has what people put in: a dollar and an ampersand. */
const made = ['mV7', 'tR2q', 'Lx9'].join('')
const typed = ['Blue', 'kite', '&7$'].join('')

test.each([
  ['getConnection', 'DriverManager.getConnection(url, "app", "@@");'],
  ['PDO', "new PDO('mysql:host=db1;dbname=app', 'app', '@@');"],
  ['requests', 'requests.get(url, auth=("deploy", "@@"))'],
  ['a mail server', 'server.login("mailer@corp.net", "@@")'],
  ['SQL', "CREATE USER 'app'@'%' IDENTIFIED BY '@@';"],
  ['PostgreSQL', "ALTER ROLE app WITH LOGIN PASSWORD '@@';"],
  ['mysqldump', "mysqldump -u root -p'@@' shop"],
  ['sshpass', "sshpass -p '@@' ssh root@h1"],
  ['sqlcmd', "sqlcmd -S sql1 -U sa -P '@@'"],
  ['chpasswd', "RUN echo 'root:@@' | chpasswd"],
  ['docker login', "echo '@@' | docker login -u deploy --password-stdin"],
  ['curl', "curl -u 'deploy:@@' https://api.corp.net"],
  ['YAML', '  password: @@\n'],
  ['a list of docker-compose', '      - "DB_PASSWORD=@@"\n'],
])('%s: a made and a typed password', (_, text) => {
  for (const password of [made, typed]) {
    expect(foundIn(text.replace('@@', () => password)).map(({ secret }) => secret)).toEqual([password])
  }
})

test.each([
  ['a variable of the shell', "sshpass -p '$PASSWORD' ssh root@h1"],
  ['a variable within', 'echo "root:x1$ROOT_PASSWORD" | chpasswd'],
  ['the prompt', 'mysql -u root -p shop'],
  ['arguments of a call', 'connect(host=url.hostname, port=6379, password=url.password7)'],
  [
    'a token against forged requests',
    `<input type="hidden" name="authenticity_token" value="${made}${made}${made}==" />`,
  ],
  ['an included file', '#include <pwd.h>\n#endif7'],
  ['where a secret is stored', `key: arn:aws:secretsmanager:eu-central-1:000011112222:secret:db-${made}x7`],
  ['base64 of a placeholder', `mariadb-password: ${Buffer.from('myRootPassword7').toString('base64')}\n`],
])('not %s', (_, text) => expect(foundIn(text)).toEqual([]))
