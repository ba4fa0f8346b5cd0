const USER = /[-_.]?(?:user(?:name)?|usr|login|name)$/i
const PASSWORD = /[-_.]?(?:passw(?:or)?d|pass|pwd|pw|secret)$/i

/** `user_7` and `pass_7`. */
const FIRST_USER = /^(?:user(?:name)?|usr|login)[-_.]?(?=.)/i
const FIRST_PASSWORD = /^(?:passw(?:or)?d|pass|pwd)[-_.]?(?=.)/i

const SHORTEST = 4

/** `cacheuser` and `cachepass`: the password says of whom it is, nothing more. */
export function echoesUser(user: string, password: string): boolean {
  if (FIRST_USER.test(user) && FIRST_PASSWORD.test(password)) {
    if (user.replace(FIRST_USER, '').toLowerCase() === password.replace(FIRST_PASSWORD, '').toLowerCase()) return true
  }
  const stem = password.replace(PASSWORD, '').toLowerCase()
  const called = user.replace(USER, '').toLowerCase()
  // `jim` and `jimspassword`
  if (called.length >= 3 && stem === `${called}s` && stem.length < password.length) return true
  return stem === called && (stem.length < password.length || (stem.length >= SHORTEST && stem.length < user.length))
}
