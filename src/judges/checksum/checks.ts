import type { ChecksumName } from '../../types.ts'
import { age } from './age.ts'
import { atlassian } from './atlassian.ts'
import { awsAccount } from './aws-account.ts'
import { azureStorage } from './azure-storage.ts'
import type { Check } from './check.ts'
import { cloudflare } from './cloudflare.ts'
import { confluent } from './confluent.ts'
import { discord } from './discord.ts'
import { entra } from './entra.ts'
import { gcpServiceAccount } from './gcp-service-account.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { grafana } from './grafana.ts'
import { jwt } from './jwt.ts'
import { pypi } from './pypi.ts'
import { sentry } from './sentry.ts'
import { slack } from './slack.ts'
import { zuplo } from './zuplo.ts'

/** By the name that a rule's `checksum` gives. */
export const CHECKS: ReadonlyMap<ChecksumName, Check> = new Map<ChecksumName, Check>([
  ['age', age],
  ['atlassian', atlassian],
  ['aws-account', awsAccount],
  ['azure-storage', azureStorage],
  ['cloudflare', cloudflare],
  ['confluent', confluent],
  ['discord', discord],
  ['entra', entra],
  ['gcp-service-account', gcpServiceAccount],
  ['github', github],
  ['gitlab', gitlab],
  ['grafana', grafana],
  ['jwt', jwt],
  ['pypi', pypi],
  ['sentry', sentry],
  ['slack', slack],
  ['zuplo', zuplo],
])
