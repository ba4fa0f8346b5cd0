const PROVIDERS = new Set([
  'private-key',
  'password-hash',
  'rails',
  'django',
  'laravel',
  'symfony',
  'flask',
  'play-framework',
  'express',
  'phoenix',
])

/** What anybody makes without a vendor is made for tests and examples more often than it leaks there; it is never dropped or doubted for it. */
export function isMadeByAnybody(provider: string): boolean {
  return PROVIDERS.has(provider)
}
