import fc from 'fast-check'

/** Patterns over few letters, so that random texts meet them, with bounded repeats, choices and captures. */
export function randomPattern(): fc.Arbitrary<string> {
  const { pattern } = fc.letrec<{ pattern: string; choice: string; piece: string }>(tie => ({
    pattern: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')),
    choice: fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }).map(options => `(?:${options.join('|')})`),
    piece: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'pattern', withCrossShrink: true },
      fc.constantFrom('a', 'b', 'key', '[ab]', '[^a]', '\\w', 'k[ae]y?', '[bk]{1,3}', 'e{2}', '\\s?'),
      fc
        .tuple(tie('choice'), fc.constantFrom('', '?', '{0,2}', '{2}', '{1,3}?'))
        .map(([choice, quantifier]) => choice + quantifier),
    ),
  }))
  return pattern
}
