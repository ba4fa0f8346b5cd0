import { inspect } from 'node:util'
import type { Secret } from '../types.ts'

/** With fewer characters than this, showing both ends would show too much of the value. */
const SHORTEST_WITH_ENDS = 20
/** Of a shorter value nothing is shown: two letters of a short password narrow it down. */
const SHORTEST_WITH_START = 12

/**
 * Prefixes that vendors put before their keys: they say what a key is and nothing of its value. Of any other value the first characters
 * may be all there is to it.
 */
const VENDOR_PREFIX =
  /^(?:sk-(?:proj|svcacct|admin|None|ant-(?:api|admin|oat)\d\d|or-v1|lf|kimi|api)-|(?:sk|rk|pk)_(?:live|test)_|csk-|sk-|whsec_|gsk_|xai-|pplx-|tgp_v1_|r8_|hf_|github_pat_|gh[pousr]_|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas)-|npm_|pypi-|xox[a-z]-|xapp-\d-|A(?:KI|SI|BI|CC)A|AIza|GOCSPX-|ya29\.|SG\.|eyJ|dop_v1_|glsa_|glc_|cf(?:k|ut|at)_|hvs\.|shp(?:at|ss|ca|pa)_|dapi|AGE-SECRET-KEY-1)/

/** `sk-proj-…Q3fA`: the vendor's prefix and the last four characters; of a short value hardly anything. */
function redact(value: string): string {
  const oneLine = value.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
  if (oneLine.includes('-----BEGIN')) return `${/-----BEGIN [A-Z0-9 ]{0,40}/.exec(oneLine)?.[0] ?? '-----BEGIN'}…`
  if (value.length < SHORTEST_WITH_START) return '…'
  if (value.length < SHORTEST_WITH_ENDS) return `${oneLine.slice(0, 2)}…`
  const prefix = VENDOR_PREFIX.exec(oneLine)?.[0] ?? oneLine.slice(0, 3)
  return `${prefix}…${oneLine.slice(-4)}`
}

class RedactedSecret implements Secret {
  readonly #value: string
  readonly redacted: string

  constructor(value: string) {
    this.#value = value
    this.redacted = redact(value)
  }

  get length(): number {
    return this.#value.length
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return this.redacted
  }

  toJSON(): string {
    return this.redacted
  }

  [inspect.custom](): string {
    return `Secret(${this.redacted})`
  }
}

/** Wraps a value so that no conversion to text shows it. */
export function createSecret(value: string): Secret {
  return new RedactedSecret(value)
}
