const OWN_KEY =
  /(?:secret|(?:jwt|signing|security|encryption|session|cookie|hmac)[_-]?(?:private|secret)?[_-]?key)(?:[_-]?(?:or[_-]?)?key)?$|^jwt(?:bearer)?(?:settings|config(?:uration)?|options)?$/i

/** `jwtSecret`, `SESSION_KEY`: what a program signs or encrypts with. No vendor hands it out, so people choose it as they choose passwords. `"Jwt": { "Key": … }` is named after its heading. */
export function isOwnKeyName(name: string): boolean {
  return OWN_KEY.test(name)
}
