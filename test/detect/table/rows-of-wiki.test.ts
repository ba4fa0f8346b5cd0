import { describe, expect, it } from 'vitest'
import { below } from './below.ts'

const table = (head: string, ...rows: readonly string[]) => `{| class="wikitable"\n${head}\n${rows.join('\n')}\n|}\n`
const of = (text: string) => below(text, 'Password', '!! Password')

describe('the column of a table of MediaWiki', () => {
  it('of rows that stand in a line each', () => {
    const text = table(
      '! Host !! User !! Password',
      '|-',
      '| db1 || root || amber74x',
      '|-',
      '| db2 || me || violet85!',
    )
    expect(of(text)).toEqual(['amber74x', 'violet85!'])
  })

  it('in the middle, with line ends of Windows', () => {
    const text = table('! Host !! Password !! User', '|-', '| db1 || amber74x || root').replaceAll('\n', '\r\n')
    expect(of(text)).toEqual(['amber74x'])
  })

  it('words are none, nor is what stands behind the end of the table', () => {
    const text = table('! Host !! Password', '|-', '| db1 || unknown', '|-', '| db2 ||', '|-', '| db3')
    expect(of(`${text}\n| x || amber74x\n`)).toEqual([])
  })

  it('a title above the rows and attributes of a row are no row', () => {
    const text = table('|+ Servers\n! Host !! Password', '|- style="color:red"', '| db1 || amber74x')
    expect(of(text)).toEqual(['amber74x'])
  })
})
