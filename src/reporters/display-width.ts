/** East Asian wide and emoji: two columns in a terminal. https://www.unicode.org/reports/tr11/ */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/gu
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/gu

/** Columns that a text without control characters takes in a terminal. */
export function displayWidth(text: string): number {
  const visible = text.replace(NO_WIDTH, '')
  return Array.from(visible).length + (visible.match(WIDE)?.length ?? 0)
}
