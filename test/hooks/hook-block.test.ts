import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasBlock, isShellScript, withBlock, withoutBlock } from '../../src/hooks/hook-block.ts'

describe('the block in a hook', () => {
  it('makes a script where there was none, and leaves nothing behind', () => {
    const script = withBlock(undefined)
    expect(script.startsWith('#!/bin/sh\n')).toBe(true)
    expect(withoutBlock(script)).toBeUndefined()
  })

  it('comes last in a script that runs to its end', () => {
    const script = withBlock('#!/bin/sh\nnpm test\n')
    expect(script.indexOf('npm test')).toBeLessThan(script.indexOf('--staged'))
  })

  it.each(['#!/bin/sh\nnpm test\nexit 0\n', '#!/bin/bash\nexec npm test\n'])(
    'comes first in one that leaves early: %j',
    script => {
      const extended = withBlock(script)
      expect(extended.indexOf('--staged')).toBeLessThan(extended.indexOf('npm test'))
      expect(extended.startsWith(script.slice(0, script.indexOf('\n') + 1))).toBe(true)
    },
  )

  it('gives back any script that ends its last line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary-ascii' }).map(line => line.replace(/[\r\n]/g, ''))), lines => {
        const script = `#!/bin/sh\nset -e\n${lines.join('\n')}\n`
        fc.pre(script.trim() !== '')
        expect(withoutBlock(withBlock(script))).toBe(script)
        expect(withBlock(withBlock(script))).toBe(withBlock(script))
        expect(hasBlock(withBlock(script))).toBe(true)
      }),
    )
  })

  it.each([
    ['#!/bin/sh\n', true],
    ['#!/usr/bin/env bash\n', true],
    ['#!/bin/sh -e\n', true],
    ['#!/usr/bin/env zsh\n', true],
    ['npm test\n', true],
    ['#!/usr/bin/env python3\n', false],
    ['#!/usr/bin/env node\n', false],
    ['#!/usr/bin/perl -w\n', false],
  ])('%j is a shell script: %s', (script, expected) => {
    expect(isShellScript(script)).toBe(expected)
  })
})
