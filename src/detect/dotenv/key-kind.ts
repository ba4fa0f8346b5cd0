/**
 * What a variable's name promises: `secret`, `public` (made to be shown, whatever it looks like), or nothing.
 * Names are read as upper-case words joined by `_`: `dbPassword` and `db.password` are `DB_PASSWORD`.
 */
export type KeyKind = 'secret' | 'public' | 'other'

const SECRET =
  /PASS(?:WORD|WD|PHRASE|CODE)?(?:_|\d|$)|PASSWORD|(?:^|_)(?:PWD|PW|PSK)(?:_|$)|SECRET|TOKEN|CREDENTIAL|(?:^|_)CREDS?(?:_|$)|PRIVATE|(?:^|_)(?:SALT|PEPPER|DSN|SAS|PAT|AUTH|HMAC|JWT|MNEMONIC)(?:_|$)|SEED_?PHRASE|(?:OTP|MFA|2FA)_SEED|SNMP_COMMUNITY|COMMUNITY_STRING|WEBHOOK|CONN(?:ECTION)?_?STR(?:ING)?|KEYS?(?:_?\d+)?(?:_(?:PROD|DEV|TEST|LIVE|STAGING|BASE64|B64|HEX))?$|APIKEY|COOKIE/
/** Certainly no part of a name that is meant for browsers; if it is there all the same, it is a leak. */
const NEVER_PUBLIC = /SECRET|PASSWORD|PASSWD|PRIVATE/
/** Frameworks put these into the page. */
const BROWSER = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|REACT_APP|VITE|VUE_APP|GATSBY|PUBLIC|STORYBOOK|NG_APP)_/
const SHOWN = /(?:^|_)(?:PUBLIC|PUBLISHABLE|PUB|SITE|ANON|MEASUREMENT|TRACKING)_?KEY$|^SSH_PUBKEY$|SITEKEY$/
/** It holds something about a secret, or something that tells where and how. */
const ABOUT =
  /_(?:IDS?|KID|NAMES?|USER|USERNAME|EMAIL|REGION|ZONE|HOST|HOSTNAME|PORT|DOMAIN|PATH|FILE|FILENAME|DIR|FOLDER|TYPE|ALG|ALGORITHM|TTL|EXPIRY|EXPIRES|EXPIRES_IN|EXPIRATION|LIFETIME|TIMEOUT|LENGTH|SIZE|ROUNDS|COUNT|LIMIT|VERSION|ISSUER|AUDIENCE|SCOPES?|HEADER|PREFIX|MODE|LEVEL|ENABLED|DISABLED|REQUIRED|ENDPOINT|PROVIDER|BUCKET|TABLE|QUEUE|TOPIC|SHA|COMMIT|HASH|DIGEST|CHECKSUM|REVISION|RELEASE|FINGERPRINT|THUMBPRINT|TAG|BRANCH|IMAGE|DATE|LOCALE|LANG|TZ|ENV|FORMAT|COLOR)$|^(?:NODE_ENV|LOG_LEVEL|ENV|ENVIRONMENT|DEBUG|PORT|HOST|HOME|PATH|PWD|OLDPWD|USER|SHELL|LANG|TZ|TERM|EDITOR|GIT_SHA|COMMIT|VERSION|BUILD|HOSTNAME)$/

export function keyKind(key: string): KeyKind {
  const name = key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()
  if (ABOUT.test(name)) return 'public'
  if ((BROWSER.test(name) || SHOWN.test(name)) && !NEVER_PUBLIC.test(name)) return 'public'
  return SECRET.test(name) ? 'secret' : 'other'
}
