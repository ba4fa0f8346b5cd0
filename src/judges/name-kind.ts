import { plainName } from './plain-name.ts'

/** `password`: chosen by people, may be weak. `key`: made by machines. `phrase`: words that are the secret. `other`: names that promise no secret. */
export type NameKind = 'password' | 'key' | 'phrase' | 'other'

const PASSWORD =
  /pass(?:word|wd|phrase|code)?(?:$|_)|pwd|psw|(?:^|_)(?:pw|(?:db|my|user|root|admin|sql|pg|ftp|ssh|mail|smtp|login|wifi|app|web|key|ldap|vpn|sa)pw)(?:$|_)|(?:^|_)pass|password|passwort|contrase(?:n|_)a|mot_de_passe|motdepasse|(?:^|_)mdp(?:$|_)|sifre|senha|kennwort|wachtwoord|salasana|lo?senord|jelszo|lozinka|slaptazodis|kata_?sandi|(?:wi_?fi|wlan)_key|(?:^|_)(?:geslo|mima|passord|kodeord|parolachiave|parola_chiave)(?:$|_)|adgangskode|(?:^|_)(?:heslo|haslo|parola|clave)(?:$|_)|secure_string|bind_?credentials?|(?:^|_)psk(?:$|_)|(?:require|master)auth|requirepass|(?:^|_)shared_(?:key|secret)$/
const KEY =
  /secret|token|api_?key|apikey|(?:^|_)key|key(?:$|_)|auth|credential|bearer|jwt|signature|salt|pepper|private|cookie|session|hmac|webhook|dsn|sas|pat(?:$|_)/

/** https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki */
const PHRASE = /mnemonic|(?:seed|recovery|secret|backup)_?(?:phrase|words)/

/** By what the name says, in any spelling. */
export function nameKind(name: string): NameKind {
  // Only rules that know the word for a password in another script have such a name.
  if (/[^\x00-\x7f]/.test(name)) return 'password'
  const plain = plainName(name)
  if (PHRASE.test(plain)) return 'phrase'
  if (PASSWORD.test(plain)) return 'password'
  return KEY.test(plain) ? 'key' : 'other'
}
