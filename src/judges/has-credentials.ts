/** `scheme://user:password@host`: a value that holds a secret, whatever its own form or name. */
export function hasCredentials(value: string): boolean {
  return /:\/\/[^/\s:@]*:[^/\s@]+@/.test(value)
}
