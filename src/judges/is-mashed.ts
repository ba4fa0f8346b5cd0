/** Of letters that fell at random a third stands in this row of the keyboard, of words fewer. */
const HOME_ROW = /[asdfghjkl]/gi
const SHARE = 0.72
/** Of fewer letters that many lie there by chance. */
const SHORTEST = 16
const NO_LETTER = /[^A-Za-z]+/g
const HEX = /^[0-9a-f]*$/i

/** `kjfhueyt9485osdfasdkljfh4lkj`: both hands on the keyboard. */
export function isMashed(value: string): boolean {
  const letters = value.replace(NO_LETTER, '')
  if (letters.length < SHORTEST || HEX.test(value)) return false
  return (value.match(HOME_ROW) ?? []).length >= letters.length * SHARE
}
