const USER = /[-_.]?(?:user(?:name)?|usr|login|name)$/i
const PASSWORD = /[-_.]?(?:passw(?:or)?d|pass|pwd|pw|secret)$/i

const SHORTEST = 4

/** `cacheuser` and `cachepass`: the password says of whom it is, nothing more. */
export function echoesUser(user: string, password: string): boolean {
  const stem = password.replace(PASSWORD, '').toLowerCase()
  const called = user.replace(USER, '').toLowerCase()
  return stem === called && (stem.length < password.length || (stem.length >= SHORTEST && stem.length < user.length))
}
