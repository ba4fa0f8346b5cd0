import type { Judge } from '../types.ts'
import { checksum } from './checksum.ts'
import { composition } from './composition.ts'
import { encodedLogin } from './encoded-login.ts'
import { encryptedKey } from './encrypted-key.ts'
import { inlineAllow } from './inline-allow.ts'
import { knownExample } from './known-example.ts'
import { lookUp } from './look-up.ts'
import { minEntropy } from './min-entropy.ts'
import { monotone } from './monotone.ts'
import { name } from './name.ts'
import { pathKind } from './path-kind.ts'
import { placeholder } from './placeholder.ts'
import { recorded } from './recorded.ts'
import { sealed } from './sealed.ts'
import { shape } from './shape.ts'
import { surroundings } from './surroundings.ts'
import { urlCredentials } from './url-credentials.ts'

/**
 * In the order they are asked: the one that drops nearly everything first, since each judge's first words cost it a
 * millisecond that a commit waits for; then those that cost least. The inline allow comes last, so that
 * only what would have been reported counts as allowed.
 */
export const JUDGES: readonly Judge[] = [
  composition,
  name,
  placeholder,
  monotone,
  minEntropy,
  lookUp,
  shape,
  pathKind,
  surroundings,
  recorded,
  urlCredentials,
  encodedLogin,
  encryptedKey,
  sealed,
  checksum,
  knownExample,
  inlineAllow,
]
