/**
 * Words of which a value is made that only says what it is, or that everybody tries first. A value of these alone,
 * joined in any way, protects nothing and tells nobody anything.
 */
const WORDS = `
  secret secrets ci sekret sekrit sikret geheim password passwords hashed passwd passwerd passphrase passcode pass pwd pw psw word token tokens key keys apikey api
  auth authorization access bearer basic credential credentials client private public app application session cookie
  jwt id salt hash signing encryption master refresh csrf xsrf oauth oauth2 bot webhook login signin my your our the
  this that is are not a an of for in to and or with super very really top ultra mega some any other another real new old
  current next prod production staging live test tests testing tester dev development ci local demo default sample example dummy fake mock stub temp
  tmp value string text data here put set use enter add insert paste replace change changeme changeit me it only
  please todo fixme tbd wrong invalid valid bad good correct incorrect right weak missing required empty blank strong
  weak simple secure insecure unsafe safe random long short hidden redacted admin administrator root user users bind
  username guest system sa toor owner manager postgres postgresql mysql mariadb mongo mongodb redis rabbitmq rabbit
  oracle db database server service host localhost docker minio elastic neo4j tiger scott welcome letmein qwerty
  qwertz azerty iloveyou monkey dragon abc abcd hello world foo bar baz qux foobar placeholder passwort kennwort wachtwoord contrasena senha motdepasse parola heslo haslo lozinka salasana losenord adgangskode
  minha mi contraseña contrase\ufffda name names something anything anonymous android changeit guest bitnami openwrt shared xyz
  whatever unused ignored irrelevant nothing none null plaintext plain cleartext hackme leave
`

const ALTERNATIVES = WORDS.trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length)
  .join('|')
/** Values longer than this are not made of such words alone by anybody, and the pattern has no bound of its own. */
const LONGEST = 48
const ONLY_SUCH = new RegExp(`^[^a-z0-9]{0,4}(?:(?:${ALTERNATIVES})[0-9]?[^a-z0-9]{0,3}){1,8}[^a-z0-9]{0,1}$`, 'i')
/** Where these are the greater part, the words stand there by chance. */
const NOT_IN_WORDS = /[^A-Za-z0-9]+/g
/** http://bash.org/?244321: alone it is nobody's, and with more round it somebody's. */
const JOKE = /^hunter2$/i

/** `password`, `my-secret-key`, `test-token-1`, `admin`. */
export function isTrivial(value: string): boolean {
  if (JOKE.test(value)) return true
  if (value.length > LONGEST || value.replace(NOT_IN_WORDS, '').length * 2 < value.length) return false
  return ONLY_SUCH.test(value)
}
