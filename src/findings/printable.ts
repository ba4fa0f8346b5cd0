/**
 * What a terminal would obey, hide or reorder instead of show: C0 and C1 controls, line and paragraph separators, zero-width and
 * bidirectional marks, tag characters, lone surrogates. https://trojansource.codes/
 */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu

function escaped(character: string): string {
  if (character === '\t') return ' '
  const code = character.codePointAt(0)!
  const hex = code.toString(16)
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`
}

/** Text from a repository, fit for a terminal: `\x1b[2J` is shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped)
}
