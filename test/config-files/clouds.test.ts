import { expectFound, expectQuiet } from './expect-files.ts'

expectFound([
  [
    '.s3cfg',
    `[default]\nhost_base = s3.corp.net\nhuman_readable_sizes = False\nsecret_key = ⟦alnum:40⟧\ngpg_passphrase = ⟦chosen⟧\nproxy_host = \n`,
  ],
  [
    '.boto',
    `[Credentials]\naws_secret_access_key = ⟦alnum:40⟧\ngs_oauth2_refresh_token = ⟦alnum:60⟧\n[Boto]\nhttps_validate_certificates = True\n`,
  ],
  [
    'rclone.conf',
    `[web]\ntype = sftp\nhost = h1.corp.net\nuser = deploy\npass = ⟦alnum:36⟧\n\n[b2]\ntype = b2\naccount = 0012\nkey = x\n\n[s3]\ntype = s3\nsecret_access_key = ⟦alnum:40⟧\n`,
  ],
  ['.tugboat', `---\nauthentication:\n  access_token: ⟦hex:64⟧\nssh:\n  ssh_user: root\n`],
  ['ngrok.yml', `version: "2"\nauthtoken: ⟦alnum:49⟧\ntunnels:\n  web:\n    proto: http\n    auth: "me:⟦chosen⟧"\n`],
  ['.terraformrc', `credentials "tf.corp.net" {\n  token = "⟦alnum:40⟧"\n}\n`],
  ['.terraform.d/credentials.tfrc.json', `{ "credentials": { "tf.corp.net": { "token": "⟦alnum:40⟧" } } }\n`],
  [
    'terraform.tfvars',
    `region = "eu-central-1"\ndb_username = "shop"\ndb_password = "⟦word⟧"\napi_token = "⟦alnum:32⟧"\n`,
  ],
  [
    'main.tf',
    `resource "aws_db_instance" "db" {\n  engine   = "mysql"\n  username = "shop"\n  password = "⟦chosen⟧"\n}\nvariable "admin_password" {\n  default = "⟦chosen⟧"\n}\n`,
  ],
  ['.cloudflared/x.json', `{"AccountTag":"x","TunnelSecret":"⟦alnum:43⟧=","TunnelID":"y"}\n`.replace('⟧=', '⟧')],
  [
    '.kube/config',
    `apiVersion: v1\nclusters:\n- cluster:\n    server: https://k8s.corp.net\n  name: c\nusers:\n- name: admin\n  user:\n    username: admin\n    password: ⟦word⟧\n- name: ci\n  user:\n    token: ⟦alnum:48⟧\n`,
  ],
  ['.azure/osServicePrincipal.json', `{ "clientId": "app", "clientSecret": "⟦alnum:36⟧", "tenantId": "t" }\n`],
  [
    '.openstack/clouds.yaml',
    `clouds:\n  corp:\n    auth:\n      auth_url: https://os.corp.net\n      username: "svc"\n      password: "⟦word⟧"\n`,
  ],
  ['openrc.sh', `export OS_AUTH_URL=https://os.corp.net\nexport OS_USERNAME=svc\nexport OS_PASSWORD=⟦chosen⟧\n`],
  ['.config/doctl/config.yaml', `access-token: ⟦hex:64⟧\ncontext: default\n`],
])

expectQuiet([
  ['.kube/config', 'users:\n- name: admin\n  user:\n    exec:\n      command: aws\n      args: [eks, get-token]\n'],
  [
    'variables.tf',
    'variable "db_password" {\n  description = "Password of the database"\n  type = string\n  sensitive = true\n}\nresource "x" "y" {\n  password = var.db_password\n  token = data.vault_generic_secret.x.data["token"]\n}\n',
  ],
  ['rclone.conf', '[web]\ntype = sftp\nhost = h1.corp.net\nuser = deploy\npass = \nkey_file = ~/.ssh/id\n'],
])
