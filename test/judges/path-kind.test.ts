import { describe, expect, it } from 'vitest'
import { pathKind } from '../../src/judges/path-kind.ts'
import { makeCase } from './make-case.ts'

const opinionOf = (path: string) => pathKind(makeCase('q8Zt2LmX0vRk', { rule: { generic: true }, path }))

describe('path kind', () => {
  it('lowers an address in a test, unless its password was made by a machine', () => {
    const saysOf = (password: string) =>
      pathKind(makeCase(password, { rule: { provider: 'url' }, path: 'tests/data/test299' }))?.says
    expect(saysOf('sunflower')).toBe('lower')
    expect(saysOf('kX9mQ2zT7wLp4vR8')).toBeUndefined()
  })

  it('doubts the examples of a plug-in of Ansible, which are YAML in Python', () => {
    const of = (text: string, path: string) =>
      pathKind(makeCase('q8Zt2LmX0vRk', { text, rule: { generic: true }, path }))?.says
    expect(of('    api_key: q8Zt2LmX0vRk', 'plugins/modules/monitor.py')).toBe('doubt')
    expect(of('    api_key: "q8Zt2LmX0vRk"', 'lib/ansible/modules/cloud/monitor.py')).toBe('doubt')
    expect(of('    api_key = "q8Zt2LmX0vRk"', 'plugins/modules/monitor.py')).toBeUndefined()
    expect(of('    api_key: q8Zt2LmX0vRk', 'src/monitor.py')).toBeUndefined()
  })

  it.each([
    'src/auth/test-mech.c',
    'features/login.feature',
    'src/site/es/a.xml',
    'releasenotes/notes/a-1.yaml',
    'plugins/x/localization/fy_NL.inc',
  ])('believes less in %s', path => expect(opinionOf(path)?.says).toMatch(/lower|doubt/))

  it('doubts a description of an API that is a template', () =>
    expect(opinionOf('api/openapi.yaml.j2')?.says).toBe('doubt'))

  it('doubts the code of a manual', () => {
    expect(opinionOf('docs/examples/compute/simple.py')?.says).toBe('doubt')
    expect(opinionOf('examples/compute/simple.py')?.says).toBe('lower')
  })

  it('lowers what only words round it make a key, in a manual', () => {
    const of = (specificity: number, path: string) =>
      pathKind(makeCase('q8Zt2LmX0vRk', { rule: { specificity }, path }))?.says
    expect(of(50, 'docs/en/plugins/log.md')).toBe('lower')
    expect(of(60, 'docs/en/plugins/log.md')).toBeUndefined()
    expect(of(50, 'docs/runbook.md')).toBeUndefined()
    expect(of(50, 'src/log.ts')).toBeUndefined()
  })

  it('lowers a signed token where an API is described', () => {
    const saysOf = (path: string) => pathKind(makeCase('eyJ', { rule: { provider: 'jwt' }, path }))?.says
    expect(['api/openapi.yml', 'asyncapi.yaml', 'docs/tokens.md', 'src/token.ts'].map(saysOf)).toEqual([
      'lower',
      'lower',
      'lower',
      undefined,
    ])
  })

  it('says nothing of what sets a database up, wherever it lies', () => {
    expect(opinionOf('doc/db/tables.sql')).toBeUndefined()
    expect(opinionOf('doc/db/tables.txt')?.says).toBe('lower')
  })

  it.each(['package-lock.json', 'web/yarn.lock', 'a/b/Cargo.lock', 'go.sum', 'Gopkg.lock'])('drops in %s', path => {
    expect(opinionOf(path)?.says).toBe('drop')
  })

  it.each([
    '.env.example',
    'api/.env.sample',
    '.env.template',
    'config.dist.yml',
    'settings.example.json',
    'openapi.yaml',
    'src/locales/de.json',
    'public/language/sv/login.json',
    'api-docs/index.html',
    'docs/api-reference/store.yaml',
    'api/docs/v2/index.yaml',
    'res/values-pt-rBR/strings.xml',
    'i/messages_de.properties',
    'ui/es-MX.json',
    'docs/setup/token.md',
    'guides/source/security.rst',
    'vendor/github.com/a/b/README.md',
    'node_modules/a/docs/b.html',
  ])('doubts in %s', path => {
    expect(opinionOf(path)?.says).toBe('doubt')
  })

  it.each([
    'test/a.ts',
    'src/__tests__/a.ts',
    'src/a.test.ts',
    'pkg/a_test.go',
    'src/UserTest.java',
    'fixtures/a.json',
    'tests/test_a.py',
    'node_modules/x/index.js',
    'vendor/x/a.rb',
    'docs/a.html',
    'packages/DotNetZip.1.9.1.8/a.cs',
    'pkg/store/doc.go',
    'README.md',
    'notes/token.md',
    'examples/a.ts',
    'dist/app.min.js',
    'terraform/user-data.sh.tpl',
    'app.js.map',
  ])('lowers in %s', path => expect(opinionOf(path)?.says).toBe('lower'))

  it.each([
    'src/a.ts',
    'config/database.yml',
    '.env',
    '.env.production',
    'contest/a.ts',
    'latest/a.py',
    'src/attest.go',
    'deploy/values.yaml',
    'logins.txt',
    'analysis.ipynb',
    'res/values/strings.xml',
    'res/values-land/keys.xml',
    'config/us-eu.json',
  ])('says nothing in %s', path => expect(opinionOf(path)).toBeUndefined())

  it('doubts a login in a test that a person made up', () => {
    const saysOf = (password: string) =>
      pathKind(makeCase(password, { rule: { generic: true }, parts: { user: 'bob' }, path: 'tests/data/.netrc' }))?.says
    expect(saysOf('weird')).toBe('doubt')
    expect(saysOf('kX9mQ2zT7wLp4vR8')).toBe('lower')
  })

  it('knows the tests of Django, and doubts those of vendored code', () => {
    expect(opinionOf('shop/orders/tests.py')?.says).toBe('lower')
    expect(opinionOf('shop/contests.py')).toBeUndefined()
    expect(opinionOf('vendor/cache/shop-1.2.0.gem/data.tar.gz/spec/a.rb')?.says).toBe('doubt')
    expect(opinionOf('wheels/shop-1.2.0-py3-none-any.whl/shop/a.py')?.says).toBe('lower')
  })

  it('doubts keys, and no passwords, on pages in folders of pages', () => {
    const saysOf = (path: string, name: string) =>
      pathKind(makeCase('q8Zt2LmX0vRk', { rule: { generic: true }, parts: { name }, path }))?.says
    expect(saysOf('book/recipes/shop.md', 'api_key')).toBe('doubt')
    expect(saysOf('book/recipes/shop.md', 'password')).toBe('lower')
    expect(saysOf('ops/notes.md', 'api_key')).not.toBe('doubt')
    expect(saysOf('README.md', 'api_key')).toBe('lower')
    expect(saysOf('packages/shop/README.md', 'api_key')).toBe('lower')
  })

  it('doubts what stands in a page that a test keeps, and keys that pages show', () => {
    const saysOf = (path: string, id = 'generic-quoted', generic = true) =>
      pathKind(makeCase('q8Zt2LmX0vRk', { rule: { generic, id }, path }))?.says
    expect(saysOf('tests/data/shop.html')).toBe('doubt')
    expect(saysOf('tests/data/shop.html', 'google-api-key', false)).toBe('doubt')
    expect(saysOf('tests/data/shop.html', 'acme-key', false)).toBeUndefined()
    expect(saysOf('src/shop.html')).toBeUndefined()
  })

  it('doubts what a test has a rule for passwords look at', () => {
    const saysOf = (name: string, path: string) =>
      pathKind(makeCase('q8Zt2LmX0vRk', { rule: { generic: true, provider: 'generic' }, parts: { name }, path }))?.says
    expect(saysOf('validatePassword', 'test/rules.ts')).toBe('doubt')
    expect(saysOf('setPassword', 'test/rules.ts')).toBe('lower')
    expect(saysOf('checkPassword', 'src/rules.ts')).toBeUndefined()
  })

  it('lowers a private key in tests and examples, and drops it nowhere', () => {
    const of = (path: string) => pathKind(makeCase('-----BEGIN', { rule: { provider: 'private-key' }, path }))?.says
    expect(of('examples/keys/server.key')).toBe('lower')
    expect(of('test/key.pem')).toBe('lower')
    expect(of('yarn.lock')).toBeUndefined()
    expect(of('config/server.key')).toBeUndefined()
  })

  it('says nothing of a vendor key, and nothing where the path is not known', () => {
    expect(pathKind(makeCase('q8Zt2LmX0vRk', { path: 'test/a.ts' }))).toBeUndefined()
    expect(pathKind(makeCase('q8Zt2LmX0vRk', { rule: { generic: true } }))).toBeUndefined()
  })
})
