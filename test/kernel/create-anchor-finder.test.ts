import { describe, expect, it } from 'vitest'
import { MAX_ANCHOR_BYTES, MAX_ANCHORS } from '../../src/kernel/anchor-bytes.ts'
import { createAnchorFinder } from '../../src/kernel/create-anchor-finder.ts'
import { anyCase, exact, finders, hitsOf, latin1, naiveHits } from './finders.ts'

const names = [...finders([]).keys()]

describe.each(names)('%s', name => {
  const find = (anchors: Parameters<typeof finders>[0], text: string) =>
    hitsOf(finders(anchors).get(name)!, latin1(text))

  it('finds nothing in nothing and with nothing', () => {
    expect(find(exact('a'), '')).toEqual([])
    expect(find([], 'abc')).toEqual([])
    expect(find([], '')).toEqual([])
  })

  it('reports overlapping anchors by position, then by anchor', () => {
    expect(find(exact('bcd', 'abcdef', 'abc', 'f'), 'xabcdef')).toEqual([
      [1, 1],
      [1, 2],
      [2, 0],
      [6, 3],
    ])
    expect(find(exact('aa'), 'aaaa')).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ])
  })

  it('reports an anchor that is there twice under both numbers', () => {
    expect(find([...exact('key'), ...anyCase('KEY'), ...exact('key')], '.key.Key')).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [5, 1],
    ])
  })

  it('takes case as asked, in ASCII letters only', () => {
    expect(find(anyCase('Api_Key'), 'aPI_kEY api\x7fkey api_key')).toEqual([
      [0, 0],
      [16, 0],
    ])
    expect(find(exact('Api'), 'api API Api')).toEqual([[8, 0]])
    // One bit apart, as cases of a letter are, but no letters.
    expect(find(anyCase('@[\xc1'), '`{\xe1 @[\xe1 @[\xc1')).toEqual([[8, 0]])
  })

  it.each([1, 2, 3, 4, 5, 15, 16, 17, 32, 33, 64, 200])(
    'finds an anchor of %i bytes at every distance from both ends',
    length => {
      const text = Array.from({ length }, (_, i) => String.fromCharCode(0x61 + (i % 25))).join('')
      for (let before = 0; before < 20; before++) {
        for (const after of [0, 1, 17]) {
          expect(find(exact(text), '.'.repeat(before) + text + '.'.repeat(after))).toEqual([[before, 0]])
        }
      }
      expect(find(exact(text), text.slice(0, -1))).toEqual([])
    },
  )

  it('hands over more hits than it has room for', () => {
    const text = 'ab'.repeat(20_000)
    const anchors = [...exact('a', 'ab', 'bab'), ...anyCase('BABA', 'a')]
    expect(find(anchors, text)).toEqual(naiveHits(anchors, latin1(text)))
  })

  it('takes as many anchors as there can be', () => {
    const anchors = exact(...Array.from({ length: MAX_ANCHORS }, (_, i) => `k${i.toString(36).padStart(4, '0')}=`))
    const last = MAX_ANCHORS - 1
    expect(find(anchors, `${anchors[last]!.text} ${anchors[0]!.text}`)).toEqual([
      [0, last],
      [7, 0],
    ])
    const same = exact(...Array<string>(MAX_ANCHORS).fill('same'))
    expect(find(same, '.same').map(([, anchor]) => anchor)).toEqual([...same.keys()])
  })
})

describe('chunks', () => {
  const anchors = [...exact('needle', '://', 'x'), ...anyCase('passphrase')]
  it.each([1, 19, 20, 21, 32, 100, 1024])(
    'of %i bytes: a hit at any place round a border is found once',
    chunkBytes => {
      const finder = createAnchorFinder(() => anchors, { use: 'wasm', chunkBytes })
      for (const text of ['needle', '://', 'x', 'PassPhrase']) {
        for (let at = 0; at < 140; at++) {
          const bytes = Buffer.alloc(160, '.')
          bytes.write(text, at)
          expect(hitsOf(finder, bytes)).toEqual(naiveHits(anchors, bytes))
        }
      }
    },
  )

  it('of the usual size: a hit at the border is found once', () => {
    const finder = createAnchorFinder(() => anchors, { use: 'wasm' })
    const bytes = Buffer.alloc(600_000, '.')
    const wanted = [0, 262_134, 262_144, 524_270, 524_288, 599_994]
    for (const at of wanted) bytes.write('needle', at)
    expect(hitsOf(finder, bytes)).toEqual(wanted.map(at => [at, 0]))
  })
})

describe('the choice between the twins', () => {
  it('begins with JavaScript and goes on with the kernel when it pays, with the same hits', () => {
    const anchors = exact('token', 'key')
    const finder = createAnchorFinder(() => anchors)
    const small = latin1('a token, a key')
    expect(hitsOf(finder, small)).toEqual(naiveHits(anchors, small))
    expect(finder.kind).toBe('javascript')
    const large = latin1('a token, a key '.repeat(10_000))
    expect(hitsOf(finder, large)).toEqual(naiveHits(anchors, large))
    expect(finder.kind).toBe('wasm')
    expect(hitsOf(finder, small)).toEqual(naiveHits(anchors, small))
  })

  it('counts many small inputs together', () => {
    const finder = createAnchorFinder(() => exact('key'))
    const small = latin1('key '.repeat(256))
    for (let i = 0; i < 200; i++) finder.find(small)
    expect(finder.kind).toBe('wasm')
  })

  it('can be forced', () => {
    const large = Buffer.alloc(1_000_000)
    const forced = createAnchorFinder(() => exact('key'), { use: 'javascript' })
    forced.find(large)
    expect(forced.kind).toBe('javascript')
    expect(createAnchorFinder(() => exact('key'), { use: 'wasm' }).kind).toBe('wasm')
  })
})

describe.each(['wasm', 'javascript'] as const)('anchors that cannot be looked for (%s)', use => {
  it.each([
    ['an empty one', ['']],
    ['one that is too long', ['x'.repeat(MAX_ANCHOR_BYTES + 1)]],
    ['a character that is no byte', ['\u0100']],
    ['too many', Array<string>(MAX_ANCHORS + 1).fill('x')],
  ])('%s', (_, texts) => {
    expect(() => createAnchorFinder(() => exact(...texts), { use })).toThrow(RangeError)
  })
})
