import { inspect } from 'node:util'
import type { Secret } from '../types.ts'

/** With fewer characters than this, showing both ends would show too much of the value. */
const SHORTEST_WITH_ENDS = 20

/** Vendor prefixes say what a key is and nothing of its value: `sk-proj-`, `github_pat_`, `AKIA`. */
const VENDOR_PREFIX = /^(?:[A-Za-z]{2,12}[-_](?:[a-z]{2,8}[-_])?(?:v\d[-_])?|AKIA|ASIA|AIza|SG\.|eyJ)/

/** `sk-proj-…Q3fA`: the vendor's prefix and the last four characters; of a short value only its length class. */
function redact(value: string): string {
  if (value.length < 8) return '…'
  const oneLine = value.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
  if (oneLine.includes('-----BEGIN')) return `${/-----BEGIN [A-Z0-9 ]{0,40}/.exec(oneLine)?.[0] ?? '-----BEGIN'}…`
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
