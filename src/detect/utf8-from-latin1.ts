/** Patterns run over bytes read as latin1; what they found is shown and compared as the UTF-8 that it most likely is. */
export function utf8FromLatin1(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return Buffer.from(text, 'latin1').toString('utf8')
  }
  return text
}
