import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    '.npmrc',
    `registry=https://npm.corp.net/\n//npm.corp.net/:_authToken=⟦alnum:36⟧\n_auth=⟦b64:deploy:⟧\nemail=me@corp.net\nalways-auth=true\n`,
  ],
  ['.npmrc', `//npm.corp.net/repo/:username=deploy\n//npm.corp.net/repo/:_password=⟦b64:⟧\n`],
  ['.yarnrc', `registry "https://npm.corp.net"\n"//npm.corp.net/:_authToken" "⟦alnum:36⟧"\n`],
  ['.yarnrc.yml', `npmRegistries:\n  "https://npm.corp.net":\n    npmAlwaysAuth: true\n    npmAuthToken: ⟦alnum:36⟧\n`],
  [
    '.pypirc',
    `[distutils]\nindex-servers = corp\n\n[corp]\nrepository = https://pypi.corp.net/\nusername = deploy\npassword = ⟦word⟧\n`,
  ],
  ['pip.conf', `[global]\nindex-url = https://deploy:⟦chosen⟧@pypi.corp.net/simple\n`],
  ['requirements.txt', `--extra-index-url https://deploy:⟦pw⟧@pypi.corp.net/simple\nrequests==2.31.0\n`],
  ['.gem/credentials', `---\n:rubygems_api_key: ⟦hex:40⟧\n`],
  ['.bundle/config', `---\nBUNDLE_GEMS__CORP__NET: "deploy:⟦chosen⟧"\nBUNDLE_PATH: "vendor/bundle"\n`],
  ['.cargo/credentials.toml', `[registries.corp]\ntoken = "⟦alnum:32⟧"\n`],
  [
    '.m2/settings.xml',
    `<settings><servers><server>\n<id>corp</id>\n<username>deploy</username>\n<password>⟦word⟧</password>\n</server><server><id>b</id><username>ci</username><password>⟦chosen⟧</password></server></servers></settings>\n`,
  ],
  [
    'gradle.properties',
    `org.gradle.jvmargs=-Xmx2g\nnexusUsername=deploy\nnexusPassword=⟦word⟧\nsigning.keyId=ABCD1234\nsigning.password=⟦chosen⟧\nRELEASE_STORE_PASSWORD=⟦chosen⟧\n`,
  ],
  [
    'build.gradle',
    `android { signingConfigs { release {\n  storeFile file("x.jks")\n  storePassword "⟦chosen⟧"\n  keyAlias "app"\n  keyPassword '⟦pw⟧'\n} } }\nrepositories { maven { credentials { username = "deploy"\n password = "⟦chosen⟧" } } }\n`,
  ],
  [
    'NuGet.Config',
    `<configuration><packageSourceCredentials><corp>\n<add key="Username" value="deploy" />\n<add key="ClearTextPassword" value="⟦word⟧" />\n</corp></packageSourceCredentials><apikeys><add key="https://n.corp.net" value="x" /></apikeys></configuration>\n`,
  ],
  [
    'auth.json',
    `{ "http-basic": { "repo.corp.net": { "username": "deploy", "password": "⟦word⟧" } }, "bearer": { "x.corp.net": "⟦alnum:40⟧" } }\n`,
  ],
  ['.condarc', `channels:\n  - https://deploy:⟦chosen⟧@conda.corp.net/main\n  - defaults\n`],
  ['.git-credentials', `https://deploy:⟦chosen⟧@git.corp.net\nhttps://me:⟦alnum:40⟧@code.corp.net\n`],
  [
    '.gitconfig',
    `[user]\n\tname = Me\n[url "https://deploy:⟦pw⟧@git.corp.net/"]\n\tinsteadOf = https://git.corp.net/\n[http "https://git2.corp.net"]\n\textraheader = AUTHORIZATION: basic ⟦b64:me:⟧\n[http "https://git3.corp.net"]\n\textraHeader = Authorization: Bearer ⟦alnum:40⟧\n`,
  ],
  ['.config/hub', `github.com:\n- user: me\n  oauth_token: ⟦hex:40⟧\n  protocol: https\n`],
  ['.config/gh/hosts.yml', `code.corp.net:\n    user: me\n    oauth_token: ⟦hex:40⟧\n    git_protocol: ssh\n`],
  ['.config/glab-cli/config.yml', `hosts:\n  git.corp.net:\n    token: ⟦alnum:20⟧\n    api_host: git.corp.net\n`],
  ['.hgrc', `[auth]\ncorp.prefix = hg.corp.net\ncorp.username = me\ncorp.password = ⟦word⟧\n`],
  ['.subversion/auth/svn.simple/x', `K 8\npassword\nV 13\n⟦pw⟧\nK 8\nusername\nV 2\nme\n`],
])

expectQuiet([
  ['.npmrc', '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\nsave-exact=true\n'],
  [
    '.m2/settings.xml',
    '<settings><servers><server><id>a</id><username>x</username><password>{COQLCE6DU6GtcS5P5abcdefghijklm=}</password></server><server><id>b</id><username>${env.U}</username><password>${env.P}</password></server></servers></settings>',
  ],
  ['gradle.properties', 'signing.password=\nnexusPassword=${NEXUS}\nRELEASE_STORE_PASSWORD=changeit\n'],
  [
    'build.gradle',
    'storePassword System.getenv("STORE_PASSWORD")\nkeyPassword project.property("KEY_PASSWORD")\nstorePassword "android"\n',
  ],
  [
    'NuGet.Config',
    '<packageSourceCredentials><corp><add key="Username" value="%U%" /><add key="ClearTextPassword" value="%NUGET_PASSWORD%" /></corp></packageSourceCredentials>',
  ],
  ['auth.json', '{ "http-basic": {}, "github-oauth": {} }'],
  ['.gitconfig', '[credential]\n\thelper = store\n[url "git@github.com:"]\n\tinsteadOf = https://github.com/\n'],
  [
    '.bundle/config',
    '---\nBUNDLE_PATH: "vendor/bundle"\nBUNDLE_WITHOUT: "development:test"\nBUNDLE_JOBS: "4"\nBUNDLE_BUILD__NOKOGIRI: "--use-system-libraries"\n',
  ],
])
