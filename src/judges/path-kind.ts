import type { Case, Judge, Opinion } from '../types.ts'
import { isGeneric } from './is-generic.ts'
import { secretOf } from './secret-of.ts'
import { writtenBits } from './written-bits.ts'

const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|go\.sum|go\.work\.sum|mix\.lock|pubspec\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|gradle\.lockfile|flake\.lock|\.terraform\.lock\.hcl|conda-lock\.yml|MODULE\.bazel\.lock)$/
const BUNDLED =
  /[.-]min\.(?:[cm]?js|css)$|\.(?:js|css|ts)\.map$|[.-]bundle\.[cm]?js$|[.-]chunk\.[cm]?js$|\.pack(?:ed)?\.js$/
const TEMPLATE_FILE =
  /(?:^|[/._-])(?:example|examples|sample|template|tmpl|tpl|dist|default|defaults|schema)(?:\.(?:env|ya?ml|json|toml|ini|cfg|conf|properties))?$/i
const VENDORED =
  /(?:^|\/)(?:node_modules|bower_components|vendor|vendors|third[_-]party|external|deps|\.yarn|site-packages|Pods|Carthage)\//
const TESTED =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|testing|testdata|test-data|test_data|test-utils|fixtures?|__fixtures__|mocks?|__mocks__|stubs?|__snapshots__|cypress|playwright|testsuite|benchmarks?|bench)\/|(?:^|\/)(?:test_[^/]*\.py|conftest\.py)$|(?:[._-](?:test|tests|spec|specs|e2e|mock|mocks|fixture|fixtures|stories|bench)\.[A-Za-z0-9]+|_test\.(?:go|rb|py|exs?|dart|c|cc|cpp)|(?:Tests?|Spec|IT)\.(?:java|kt|cs|scala|swift|groovy|php))$/i
const SHOWN =
  /(?:^|\/)(?:docs?|_build|\.doctrees|documentation|examples?|samples?|demos?|tutorials?|guides?|playground|stories|website|blog|content)\/|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|HISTORY|UPGRADING)[^/]*$|\.(?:md|mdx|rst|adoc|asciidoc|ipynb|txt)$/i
const TRANSLATED =
  /(?:^|\/)(?:i18n|l10n|locales?|lang|langs|languages|translations?|messages|nls)\/|\.(?:po|pot|arb|strings|resx|xlf|xliff)$/i

const KINDS: readonly (readonly [string, RegExp, Opinion['says']])[] = [
  ['lock file', LOCK, 'drop'],
  ['template of a settings file', TEMPLATE_FILE, 'doubt'],
  ['bundled code', BUNDLED, 'lower'],
  ['translation', TRANSLATED, 'lower'],
  ['vendored code', VENDORED, 'lower'],
  ['test', TESTED, 'lower'],
  ['documentation or example', SHOWN, 'lower'],
]

/** Keys are made for tests and examples more often than they leak there; they are never dropped or doubted for it. */
const ONLY_LOWERS = 'private-key'

/** An address in a test or a text is made up, unless its password was made by a machine. */
const SHORTEST_MADE = 12
const MADE = -0.8

function isMadeUpAddress(one: Case): boolean {
  if (one.match.rule.provider !== 'url') return false
  const secret = secretOf(one)
  return secret.length < SHORTEST_MADE || writtenBits(secret) > MADE * secret.length
}

/** What kind of file it stands in. A vendor's key is one wherever it stands; of a value known by its name only this tells much. */
export const pathKind: Judge = one => {
  const { path } = one
  const onlyLowers = one.match.rule.provider === ONLY_LOWERS || isMadeUpAddress(one)
  if (path === undefined || !(isGeneric(one) || onlyLowers)) return undefined
  for (const [kind, form, says] of KINDS) {
    if (form.test(path) && (says === 'lower' || !onlyLowers)) {
      return { says, verdict: { pathKind: kind }, why: `in a file of the kind: ${kind}` }
    }
  }
  return undefined
}
