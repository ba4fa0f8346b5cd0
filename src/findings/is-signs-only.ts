const SIGNS_ONLY = /^(?=.*[^\0-\x7f])[^\p{L}\p{N}\ufffd]+$/su

/** `———`, `«…»`, `○○○`: signs that no keyboard has, and neither letter nor digit among them. They stand for a secret that is not here. */
export function isSignsOnly(text: string): boolean {
  return SIGNS_ONLY.test(text)
}
