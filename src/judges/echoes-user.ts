const USER = /[-_.]?(?:user(?:name)?|usr|login|name)$/i
const PASSWORD = /[-_.]?(?:passw(?:or)?d|pass|pwd|pw|secret)$/i

/** `cacheuser` and `cachepass`: the password says of whom it is, nothing more. */
export function echoesUser(user: string, password: string): boolean {
  const stem = password.replace(PASSWORD, '').toLowerCase()
  return stem.length < password.length && stem === user.replace(USER, '').toLowerCase()
}
