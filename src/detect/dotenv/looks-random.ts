/** Shorter values are not told from words and codes. */
const SHORTEST = 16
const DISTINCT = 10
/** Share of neighbours of different kinds (lower, upper, digit). Random hex has a half, base62 six tenths, `my-app-prod-2024` a fifteenth. */
const LEAST_CHANGES = 0.2

const TOKEN = /^[A-Za-z0-9+/=_.~:,-]+$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `utf8mb4_unicode_ci`: short parts, one of them a word. What a machine makes has a long part, or none that can be read. */
const LONGEST_PART = 8
const WORD = /^(?:[a-z]{4,}|[A-Z]{4,})$/

function isSpelledOut(value: string): boolean {
  const parts = value.split(/[^A-Za-z0-9]+/)
  return parts.length > 1 && parts.every(part => part.length <= LONGEST_PART) && parts.some(part => WORD.test(part))
}

function kindOf(code: number): 0 | 1 | 2 {
  if (code <= 0x39) return 0
  return code <= 0x5a ? 1 : 2
}

/** Was this made by a machine to be guessed by nobody? Ids of a fixed form are made by machines too, but to be shown. */
export function looksRandom(value: string): boolean {
  if (value.length < SHORTEST || !TOKEN.test(value) || UUID.test(value) || isSpelledOut(value)) return false
  const letters = value.replace(/[^A-Za-z0-9]/g, '')
  if (!/[0-9]/.test(letters) || !/[A-Za-z]/.test(letters) || new Set(letters).size < DISTINCT) return false
  let changes = 0
  for (let i = 1; i < letters.length; i++) {
    if (kindOf(letters.charCodeAt(i)) !== kindOf(letters.charCodeAt(i - 1))) changes++
  }
  return changes / (letters.length - 1) >= LEAST_CHANGES
}
