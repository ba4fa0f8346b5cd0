/** The longest text that each path of a glob contains in its last part: of `**` + `/.env.*` it is `.env.`. */
export function globLiteral(glob: string): string {
  const pieces = glob.slice(glob.lastIndexOf('/') + 1).split(/[*?[\]{}()!+@|,]+/)
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}
