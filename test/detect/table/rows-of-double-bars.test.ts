import { expect, test } from 'vitest'
import { below } from './below.ts'

const of = (text: string) => below(text, 'Password', '||Password||')

test('the column of a table of Confluence', () => {
  const text = '||Service||User||Password||\n|GitLab|root|amber74x|\n|Zabbix|Admin|violet85!|\n\n|x|y|copper96x|\n'
  expect(of(text)).toEqual(['amber74x', 'violet85!'])
})

test('in the middle, and in the last line of a file', () => {
  expect(of('||User||Password||Note||\r\n|me|amber74x|old|\r\n|you|violet85!|new|')).toEqual(['amber74x', 'violet85!'])
})

test('words are none', () => {
  expect(of('||User||Password||\n|me|unknown|\n|you||\n')).toEqual([])
})
