/**
 * What the rule takes for the secret in a text that it matches; of a table the cell in the first row that has one. Patterns run over bytes read as latin1.
 */
export function secretIn(rule, text, cellsBelow) {
  const bytes = Buffer.from(text).toString('latin1')
  const found = new RegExp(rule.pattern, `${rule.flags}d`).exec(bytes)
  const [start, end] = found.indices.groups.secret
  const heading = { start, end, matchStart: found.index, matchEnd: found.index + found[0].length }
  const cell = rule.rows ? cellsBelow(bytes, heading)[0] : heading
  return Buffer.from(bytes.slice(cell.start, cell.end), 'latin1').toString()
}
