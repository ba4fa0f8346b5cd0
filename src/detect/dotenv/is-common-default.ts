/** Only words that say what it is. `isTrivial` of the judges has more of them; here the commonest defaults. */
const TRIVIAL =
  /^(?:(?:my|the|our|a|new|some|super|very|top|test|testing|dev|development|local|demo|app|db|database|jwt|api|auth|session|cookie|user|username|admin|root|default|secret|password|passwd|passw0rd|pass|pwd|token|key|guest|postgres|postgresql|mysql|mongo|redis|rabbitmq|minio|docker|hash|salt|value|string|qwerty|letmein|foo|bar|baz)[-_. ]?){1,6}\d{0,4}!?$/i
/** Nobody writes longer ones, and a long random value has such letters by chance. */
const LONGEST = 200

/** `my-secret`, `postgres1`, `admin123`: what everybody writes who needs any value. */
export function isCommonDefault(value: string): boolean {
  return TRIVIAL.test(value.trim().slice(0, LONGEST))
}
