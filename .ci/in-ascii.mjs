/** Code without a character beyond ASCII: such stand in texts and patterns only, where they may be written as escapes. */
export function inAscii(code) {
  return code.replace(/[^\x00-\x7f]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
