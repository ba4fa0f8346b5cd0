import { plainName } from './plain-name.ts'

/** `password`: chosen by people, may be weak. `key`: made by machines. `other`: names that promise no secret. */
export type NameKind = 'password' | 'key' | 'other'

const PASSWORD =
  /pass(?:word|wd|phrase|code)?(?:$|_)|pwd|(?:^|_)pw(?:$|_)|(?:^|_)pass|password|passwort|contrasena|mot_de_passe|senha|kennwort/
const KEY =
  /secret|token|api_?key|apikey|(?:^|_)key|key(?:$|_)|auth|credential|bearer|jwt|signature|salt|pepper|private|cookie|session|hmac|webhook|dsn|sas|pat(?:$|_)/

/** By what the name says, in any spelling. */
export function nameKind(name: string): NameKind {
  const plain = plainName(name)
  if (PASSWORD.test(plain)) return 'password'
  return KEY.test(plain) ? 'key' : 'other'
}
