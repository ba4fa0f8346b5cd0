import type { ChecksumName } from '../../types.ts'
import { age } from './age.ts'
import { atlassian } from './atlassian.ts'
import { awsAccount } from './aws-account.ts'
import { azureStorage } from './azure-storage.ts'
import { base58check } from './base58check.ts'
import { basic } from './basic.ts'
import { bech32 } from './bech32.ts'
import { bip39 } from './bip39.ts'
import type { Check } from './check.ts'
import { cloudflare } from './cloudflare.ts'
import { confluent } from './confluent.ts'
import { discord } from './discord.ts'
import { entra } from './entra.ts'
import { gcpServiceAccount } from './gcp-service-account.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { grafana } from './grafana.ts'
import { grafanaCloud } from './grafana-cloud.ts'
import { jfrog } from './jfrog.ts'
import { jwt } from './jwt.ts'
import { pem } from './pem.ts'
import { pypi } from './pypi.ts'
import { sentry } from './sentry.ts'
import { slack } from './slack.ts'
import { stellar } from './stellar.ts'
import { zuplo } from './zuplo.ts'

/** By the name that a rule's `checksum` gives. */
export const CHECKS: ReadonlyMap<ChecksumName, Check> = new Map<ChecksumName, Check>([
  ['age', age],
  ['atlassian', atlassian],
  ['aws-account', awsAccount],
  ['azure-storage', azureStorage],
  ['base58check', base58check],
  ['basic', basic],
  ['bech32', bech32],
  ['bip39', bip39],
  ['cloudflare', cloudflare],
  ['confluent', confluent],
  ['discord', discord],
  ['entra', entra],
  ['gcp-service-account', gcpServiceAccount],
  ['github', github],
  ['gitlab', gitlab],
  ['grafana', grafana],
  ['grafana-cloud', grafanaCloud],
  ['jfrog', jfrog],
  ['jwt', jwt],
  ['pem', pem],
  ['pypi', pypi],
  ['sentry', sentry],
  ['slack', slack],
  ['stellar', stellar],
  ['zuplo', zuplo],
])
