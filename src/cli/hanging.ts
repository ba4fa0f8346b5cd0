import { wrap } from '../reporters/wrap.ts'

const HANGING = 2

/** A line broken at spaces, all of it indented as its beginning is, and what goes on a little more. */
export function hanging(line: string, columns: number): readonly string[] {
  const [indent = ''] = /^ */.exec(line)!
  const [first = '', ...more] = wrap(line.slice(indent.length), columns - 1 - indent.length - HANGING)
  return [indent + first, ...more.map(text => ' '.repeat(indent.length + HANGING) + text)]
}
