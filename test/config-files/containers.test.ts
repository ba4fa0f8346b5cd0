import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    'Dockerfile',
    `FROM alpine\nENV DB_USER=shop DB_PASSWORD=⟦chosen⟧\nENV API_SECRET ⟦alnum:32⟧\nARG NPM_TOKEN=⟦alnum:36⟧\nRUN echo "root:⟦chosen⟧" | chpasswd\nRUN curl -u deploy:⟦chosen⟧ https://files.corp.net/a.tgz\n`,
  ],
  [
    'docker-compose.yml',
    `services:\n  db:\n    image: mysql\n    environment:\n      MYSQL_USER: shop\n      MYSQL_PASSWORD: ⟦word⟧\n      MYSQL_ROOT_PASSWORD: "⟦chosen⟧"\n  web:\n    environment:\n      - DB_HOST=db\n      - DB_PASSWORD=⟦word⟧\n      - "SECRET_KEY=⟦alnum:40⟧"\n      - DATABASE_URL=postgres://shop:⟦chosen⟧@pg.corp.net/shop\n`,
  ],
  [
    'k8s/secret.yaml',
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  username: shop\n  password: ⟦word⟧\n  api-token: ⟦alnum:32⟧\n`,
  ],
  [
    'k8s/deploy.yaml',
    `spec:\n  containers:\n  - env:\n    - name: DB_PASSWORD\n      value: "⟦chosen⟧"\n    - name: API_TOKEN\n      value: ⟦alnum:32⟧\n`,
  ],
  ['.docker/config.json', `{ "auths": { "https://registry.corp.net": { "auth": "⟦b64:deploy:⟧" } } }\n`],
  ['.dockercfg', `{ "https://registry.corp.net/v1/": { "auth": "⟦b64:deploy:⟧", "email": "me@corp.net" } }\n`],
  [
    'values.yaml',
    `postgresql:\n  auth:\n    username: shop\n    password: ⟦word⟧\n    postgresPassword: ⟦chosen⟧\nredis:\n  password: "⟦chosen⟧"\n`,
  ],
  [
    'group_vars/all.yml',
    `ansible_user: deploy\nansible_ssh_pass: ⟦chosen⟧\nansible_become_password: "⟦chosen⟧"\nmysql_root_password: ⟦word⟧42\n`.replace(
      '⟧42',
      '⟧',
    ),
  ],
  ['hosts', `[web]\nh1.corp.net ansible_user=root ansible_password=⟦chosen⟧\n`],
  ['Vagrantfile', `config.ssh.username = "deploy"\nconfig.ssh.password = "⟦chosen⟧"\n`],
  ['.travis.yml', `env:\n  global:\n    - FTP_USER=deploy\n    - FTP_PASSWORD=⟦chosen⟧\n`],
  [
    '.circleci/config.yml',
    `jobs:\n  build:\n    docker:\n      - image: x\n        auth:\n          username: deploy\n          password: ⟦chosen⟧\n`,
  ],
  [
    'Jenkinsfile',
    `environment {\n  DB_PASSWORD = '⟦chosen⟧'\n  API_TOKEN = "⟦alnum:32⟧"\n}\nsh "docker login -u deploy -p ⟦chosen⟧ registry.corp.net"\n`,
  ],
])

expectQuiet([
  [
    'Dockerfile',
    'FROM alpine\nARG NPM_TOKEN\nENV DB_PASSWORD=${DB_PASSWORD}\nENV TOKEN_FILE=/run/secrets/token\nRUN --mount=type=secret,id=npm_token cat /run/secrets/npm_token\nENV POSTGRES_PASSWORD=postgres\n',
  ],
  [
    'docker-compose.yml',
    'services:\n  db:\n    environment:\n      MYSQL_PASSWORD: ${MYSQL_PASSWORD:?}\n      MYSQL_ROOT_PASSWORD_FILE: /run/secrets/root\n      - DB_PASSWORD\n      - DB_PASSWORD=${DB_PASSWORD}\n    secrets:\n      - db_password\nsecrets:\n  db_password:\n    file: ./db_password.txt\n',
  ],
  [
    'k8s/deploy.yaml',
    'env:\n- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db-credentials\n      key: password\nvolumes:\n- name: token\n  secret:\n    secretName: api-token\nautomountServiceAccountToken: false\nimagePullSecrets:\n- name: registry-login\n',
  ],
  [
    '.github/workflows/ci.yml',
    'jobs:\n  build:\n    permissions:\n      id-token: write\n    steps:\n    - uses: docker/login-action@v3\n      with:\n        username: ${{ github.actor }}\n        password: ${{ secrets.GITHUB_TOKEN }}\n    - run: npm publish\n      env:\n        NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\n',
  ],
  [
    'values.yaml',
    'auth:\n  username: ""\n  password: ""\n  existingSecret: my-existing-secret\n  secretKey: password\n',
  ],
])
