import picomatch from 'picomatch'
import { expect, test } from 'vitest'
import { globLiterals } from '../../src/ruleset/glob-literals.ts'
import { loadRules } from '../../src/ruleset/load.ts'

// Between slashes, as the path is looked at.
test.each([
  ['**/.env.*', ['/.env.']],
  ['**/*jaas*.{conf,config}', ['jaas']],
  ['**/{chap,pap,l2tp}-secrets{,.*}', ['/chap-secrets', '/pap-secrets', '/l2tp-secrets']],
  ['**/{openvpn,vpn}/**/{auth,login}{,.txt}', ['/auth', '/login']],
  ['**/{auth-user-pass,vpn{-,_}{auth,login}}{,.txt}', ['/auth-user-pass', '/vpn']],
  ['**/*', ['/']],
  ['secrets/**', ['/']],
  ['**/{keys/*.json,certs/*.pem}', ['.json', '.pem']],
  ['**/prefix{a/long-name,b}.key', ['/long-name.key/', '/prefixb.key/']],
  ['**/prefix{a/long-name,bcd}', ['/long-name/', '/prefixbcd/']],
  ['**/*.conf{,.*}', ['.conf/', '.conf.']],
  ['**/@(a/b|long-name).pem', ['.pem/']],
  ['**/@(foo|bar-baz)*.x', ['.x/']],
  ['**/[Ss]ecrets[0-9]', ['ecrets']],
  ['**/[abcdef]{1..9}', ['/']],
  ['**/raddb/server', ['/server/']],
  ['**/a\\*secrets', ['secrets/']],
])('base names of %s hold one of %j', (glob, expected) => {
  expect(globLiterals(glob)).toEqual(expected)
})

const SHORTEST = 3

test('no rule for files of certain names is asked about every path, and none misses a file of its own', () => {
  const rules = loadRules().rules.filter(({ kind }) => kind === 'file' || kind === 'whole-file')
  for (const { id, paths } of rules) {
    for (const glob of paths) {
      const literals = globLiterals(glob)
      expect(Math.min(...literals.map(one => one.length)), `${id}: ${glob}`).toBeGreaterThanOrEqual(SHORTEST)
      const matches = picomatch.makeRe(glob, { dot: true })
      for (const plain of expanded(glob.replace('**/', 'a/').replaceAll('**', 'b'))) {
        for (const path of [plain.replaceAll('*', 'x'), plain.replaceAll('*', '')]) {
          if (!matches.test(path)) continue
          const looked = `/${path}/`
          const base = `${path.slice(path.lastIndexOf('/') + 1)}/`
          expect(
            literals.some(one => looked.includes(one) && `/${base}`.includes(one)),
            `${id}: ${path}`,
          ).toBe(true)
        }
      }
    }
  }
})

/** Every choice of every brace, innermost first. */
function expanded(glob: string): readonly string[] {
  const brace = /\{([^{}]*)\}/.exec(glob)
  if (!brace) return [glob]
  const [whole, choices] = brace
  return choices!
    .split(',')
    .flatMap(choice => expanded(glob.slice(0, brace.index) + choice + glob.slice(brace.index + whole.length)))
}
