import { describe, expect, it } from 'vitest'
import { locateToml } from '../../src/ruleset/locate-toml.ts'

const TOML = `# [[rule]] in a comment
top = 1
[provider]
  id = "x" # id = 2
"quoted key" = """
[[rule]]
id = 'no'
"""
[[rule]]
id = "first"
list = [
  "a]", # ]
  "title = 1",
]
[rule.remedy]
console = 1
[[rule]]
pattern = '''
[[rule]]
title = "in a string"
'''
title = "second"
pair.with = "x"
`

describe('locateToml', () => {
  it.each<[(string | number)[], number, number]>([
    [['top'], 2, 1],
    [['provider'], 3, 1],
    [['provider', 'id'], 4, 3],
    [['provider', 'quoted key'], 5, 1],
    [['rule', 0], 9, 1],
    [['rule', 0, 'id'], 10, 1],
    [['rule', 0, 'list', 1], 11, 1],
    [['rule', 0, 'title'], 9, 1],
    [['rule', 0, 'remedy', 'console'], 16, 1],
    [['rule', 1, 'pattern'], 18, 1],
    [['rule', 1, 'title'], 22, 1],
    [['rule', 1, 'pair', 'with'], 23, 1],
    [['nothing'], 1, 1],
  ])('%j', (path, line, column) => {
    expect(locateToml(TOML, path)).toEqual({ line, column })
  })
})
