/** Needs no quotes in sh, PowerShell and cmd. A leading `~`, `-` or `@` is not plain everywhere. */
const PLAIN = /^[A-Za-z0-9_./:=+,%][A-Za-z0-9_./:=+,%@~-]*$/
/** What is fit to print inside quotes: neither a control character nor anything that hides or reorders text. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u

/** `printf` writes what must not be printed here: a newline, an escape character. POSIX, where `$'…'` is not in every shell. */
function printfQuote(word: string): string {
  const format = Array.from(word, character => {
    if (character === '\\' || character === '%') return character + character
    if (character !== "'" && PRINTABLE.test(character)) return character
    return Array.from(Buffer.from(character), byte => `\\${byte.toString(8).padStart(3, '0')}`).join('')
  })
  return `"$(printf -- '${format.join('')}')"`
}

/** One word for a POSIX shell; as plain as it can be, so that it works in other shells too. */
export function shellQuote(word: string): string {
  if (PLAIN.test(word)) return word
  if (!PRINTABLE.test(word)) return printfQuote(word)
  return `'${word.replaceAll("'", `'\\''`)}'`
}
