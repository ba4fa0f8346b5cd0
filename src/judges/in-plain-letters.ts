const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** `P@ssw0rd` as `Password`. */
export function inPlainLetters(value: string): string {
  return value.replace(/[013457@$]/g, character => LOOKS_LIKE[character]!)
}
