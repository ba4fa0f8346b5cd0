import type { Opinion } from '../types.ts'

const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|go\.sum|go\.work\.sum|mix\.lock|pubspec\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|gradle\.lockfile|flake\.lock|\.terraform\.lock\.hcl|conda-lock\.yml|MODULE\.bazel\.lock|Gopkg\.lock|glide\.lock|Godeps\.json|gems\.locked|npm-shrinkwrap\.yaml|rebar\.lock|Cartfile\.resolved|shard\.lock|pixi\.lock)$/
const BUNDLED =
  /[.-]min\.(?:[cm]?js|css)$|\.(?:js|css|ts)\.map$|[.-]bundle\.[cm]?js$|[.-]chunk\.[cm]?js$|\.pack(?:ed)?\.js$/
/** Not `config/default.json`, which is loaded as it is. */
const TEMPLATE_FILE =
  /(?!(?:^|\/)template\.(?:ya?ml|json)$)(?:(?:^|[/._-])(?:examples?(?:-\d{1,2})?|sample|template|dist|schema)|(?<!spark|fastlane\/\.env)[._-]defaults?)(?:\.(?:env|ya?ml|json|toml|ini|cfg|conf|properties))?$/i
/** What a tool fills in and puts in place (Terraform, Ansible, Go): what stands in it as a literal is used as it is. */
const FILLED_IN = /(?:^|[/._-])(?:tmpl|tpl)(?:\.(?:env|ya?ml|json|toml|ini|cfg|conf|properties))?$/i
/** `packages/Name.1.2.3/` is where NuGet unpacks, `Godeps/_workspace/` where Go had copies. */
const VENDORED =
  /(?:^|\/)(?:node_modules|bower_components|vendor|vendors|[Tt]hird[_-]?[Pp]arty|3rdparty|external|deps|\.yarn|site-packages|Pods|Carthage|Godeps\/_workspace|packages\/[A-Z][\w.-]*?\.\d+\.\d+[\w.-]*|[\w.-]+\.(?:gem|whl|egg|nupkg))\//
const TESTED =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|testing|testdata|test-data|test_data|test-fixtures|test_fixtures|test-utils|fixtures?|__fixtures__|mocks?|__mocks__|stubs?|__snapshots__|cypress|detox|playwright|testsuite|benchmarks?|bench|fuzz(?:ing)?|corpora|t)\/|(?:^|\/)tests?\.[a-z]{0,8}rc$|(?:^|\/)(?:test_[^/]*\.py|test-[\w.-]+\.(?:c|cc|cpp|h|hpp|py|rb|go|rs|sh|pl|lua|php|[cm]?[jt]s)|tests\.py|conftest\.py)$|(?:[._-](?:test|tests|spec|specs|e2e|mock|mocks|fixture|fixtures|stories|bench)\.[A-Za-z0-9]+|_test\.(?:go|rb|py|exs?|dart|c|cc|cpp)|\.feature|(?:Tests?|Spec|IT)\.(?:java|kt|cs|scala|swift|groovy|php))$/i
/** Gradle's folders of sources, a module of tests: `dockerTest/`, `testFixtures/`, `smoke-test/`. */
const SOURCES_OF_TESTS = /[a-z](?:Tests?|Fixtures)\/|[a-z]-tests?\//
/** Made by tests of the API that it describes: each example of it is a made-up answer. */
const DESCRIBED =
  /(?:^|\/)(?:[\w-]*[._-])?(?:openapi|asyncapi|swagger)(?:[._-][\w.-]*)?\.(?:ya?ml|json)(?:\.(?:j2|erb|tmpl|tpl|template|mustache))?$|(?:^|\/)(?:api[_-]?docs?|docs?\/api|api\/docs?|api-reference|apidocs?|openapi|swagger)\/(?:[\w.@-]+\/)*[\w.@-]+\.(?:ya?ml|json|html?|mdx?|js)$/i
/**
 * Not what sets a database up (`doc/db/tables.sql`), nor `.txt` and `notes.md`, where people keep passwords, nor notebooks, which are code that is
 * run.
 */
const SHOWN =
  /(?:^|\/)docs?(?:[_-]?src)?\/(?!.*\.sql$)|(?:^|\/)src\/site\/|(?:^|\/)(?:_build|\.doctrees|documentation|examples?|samples?|demos?|tutorials?|guides?|release-?notes?|changelogs?|playground|stories|website|blog|content)\/|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|HISTORY|UPGRADING)(?![^/]*\.(?:[cm]?[jt]s|py|rb|go|php|sh|sql|json|conf|env)$)[^/]*$|(?<!(?:^|\/)(?:(?:my|dev|ops|server|deploy|setup)?[-_]?notes?|todo|(?:[\w-]{0,30}[-_])?(?:credentials|passwords|logins|access|runbook|handover|onboarding)))\.(?:md|mdx|rst|adoc|asciidoc|markdown)$|(?:^|\/)doc\.go$/i
/** What users of a program read: each value in it was made to be shown. Notes, runbooks and a README elsewhere are where people leave theirs. */
const PAGE =
  /(?:^|\/)(?:docs?|docsite|documentation|guides?|manual|website)\/(?:[^/]+\/)*(?!(?:[\w-]{0,30}[-_ ])?(?:runbook|credentials|passwords|handover|onboarding|on-?call)s?\.)[^/]+\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/i
/** Code that stands in such pages. */
const SAMPLE_OF_PAGE =
  /(?:^|\/)docs?\/(?:[^/]+\/)*(?:examples?|samples?|snippets?|code)\/(?:[^/]+\/)*[^/]+\.(?:py|rb|php|[cm]?[jt]sx?|go|java|kt|cs|swift|sh|rs)$/i
const TRANSLATED =
  /(?:^|\/)(?:i18n|l10n|locales?|locali[sz]ations?|lang|langs|languages?|translations?|messages|nls|\.tx|[\w-]{2,12}\.lproj)\/|\.(?:po|pot|arb|strings|resx|xlf|xliff)$|[._-]translations?(?:\.[a-z]{2,4})?$/i
/** Named after a language: `values-de/` of Android, `messages_de.properties`, `es-MX.json`. */
const OF_A_LANGUAGE =
  /(?:^|\/)values-(?:[a-z]{2,3}(?:-r[A-Z]{2,3})?|b\+[a-z]{2,3}(?:\+\w{2,8}){0,3})\/|(?:^|\/)(?:[Mm]essages?|[Ss]trings?|[Ll]abels?|[Tt]exts?|[Rr]esources?|[Bb]undle)[\w.-]*_[a-z]{2}(?:_[A-Z]{2})?\.properties$|(?:^|\/)[a-z]{2}[-_][A-Z]{2}\.(?:json|ya?ml|properties|php|[jt]s|xml)$/

const TEST = 'test'
export const DOCUMENTATION = 'page of documentation'
export const DESCRIPTION = 'description of an API'
const EXAMPLE = 'documentation or example'

const KINDS: readonly (readonly [string, RegExp, Opinion['says']])[] = [
  ['lock file', LOCK, 'drop'],
  ['template of a settings file', TEMPLATE_FILE, 'doubt'],
  ['template that a tool fills in', FILLED_IN, 'lower'],
  [DESCRIPTION, DESCRIBED, 'doubt'],
  [DOCUMENTATION, PAGE, 'doubt'],
  [DOCUMENTATION, SAMPLE_OF_PAGE, 'doubt'],
  ['bundled code', BUNDLED, 'lower'],
  ['translation', TRANSLATED, 'doubt'],
  ['translation', OF_A_LANGUAGE, 'doubt'],
  ['vendored code', VENDORED, 'lower'],
  [TEST, TESTED, 'lower'],
  [TEST, SOURCES_OF_TESTS, 'lower'],
  [EXAMPLE, SHOWN, 'lower'],
]

export interface PathKind {
  readonly kind: string
  /** What that means for a value known by its name alone. */
  readonly says: Opinion['says']
  readonly isTest: boolean
  /** A text that people read, so that what is told there in words is told to them. */
  readonly isForPeople: boolean
}

/** What others made, and is kept here as they made it. */
export function isVendored(path: string): boolean {
  return VENDORED.test(path)
}

/** What others wrote about what others made: nobody's key here. */
const SHOWN_BY_OTHERS: PathKind = {
  kind: 'documentation of vendored code',
  says: 'doubt',
  isTest: false,
  isForPeople: false,
}

/** What others test their own code with. */
const TESTED_BY_OTHERS: PathKind = { ...SHOWN_BY_OTHERS, kind: 'tests of vendored code', isTest: true }

/** What a path says of the file; the first that fits, of those that say what `among` asks for. */
export function kindOfPath(path: string, among?: Opinion['says']): PathKind | undefined {
  if (isVendored(path) && SHOWN.test(path) && !LOCK.test(path)) return SHOWN_BY_OTHERS
  if (isVendored(path) && TESTED.test(path) && !LOCK.test(path)) return TESTED_BY_OTHERS
  for (const [kind, form, says] of KINDS) {
    if ((among === undefined || says === among) && form.test(path)) {
      return { kind, says, isTest: kind === TEST, isForPeople: kind === DOCUMENTATION || kind === EXAMPLE }
    }
  }
  return undefined
}
