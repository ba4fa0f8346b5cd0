/**
 * The kernel looks anew at as many bytes before each piece of a version that is new as the longest literal has: of a long one its beginning is as rare as
 * all of it, and what follows the pattern finds out.
 */
const MAX_LITERAL = 20

/** What the kernel looks for of an anchor or mark. */
export function literalOf(text: string): string {
  return text.slice(0, MAX_LITERAL)
}
