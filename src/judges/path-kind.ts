import type { Case, Judge, Opinion } from '../types.ts'
import { isGeneric } from './is-generic.ts'
import { isGuessable } from './is-guessable.ts'
import { isMadeByAnybody } from './is-made-by-anybody.ts'
import { isMadeUp } from './is-made-up.ts'
import { DESCRIPTION, DOCUMENTATION, kindOfPath } from './kind-of-path.ts'
import { nameKind } from './name-kind.ts'
import { secretOf } from './secret-of.ts'

/** A rule of less is for a form that many things have. */
const OF_ITSELF = 60

/** Never dropped or doubted for where it stands: it says by itself what it is. */
function onlyLowers(one: Case): boolean {
  const { provider } = one.match.rule
  return isMadeByAnybody(provider) || (provider === 'url' && isMadeUp(secretOf(one)))
}

/** Sentences and tables for people: a page of documentation is where those stand. What everybody tries first is shown there, too. */
const PROSE = new Set(['generic-prose', 'generic-script'])

/** Tokens that are signed expire, and each description of an API shows one. */
const SIGNED = 'jwt'

function shows(path: string): boolean {
  const kind = kindOfPath(path, 'doubt')?.kind
  return kind === DESCRIPTION || kind === DOCUMENTATION
}

/** ``admin password: `…` ``: a pattern for code has it by its quotes. */
function isProse(one: Case): boolean {
  const { rule, line, start, lineStart, parts } = one.match
  if (PROSE.has(rule.provider)) return true
  const isQuoted = line[start - lineStart - 1] === '`' && nameKind(parts.name ?? '') === 'password'
  return isQuoted && /[0-9]/.test(secretOf(one))
}

/** Pages of others, saved to be read by a test: whoever opened them saw what is in them. */
const PAGE = /\.x?html?$/i
/** What such pages load from elsewhere, with keys that they show to everybody. */
const SHOWN_ON_PAGES = new Set(['google-api-key', 'azure-sas-signature'])

function isOnSavedPage({ match, path = '' }: Case): boolean {
  if (!PAGE.test(path) || !(isGeneric({ match, path }) || SHOWN_ON_PAGES.has(match.rule.id))) return false
  return kindOfPath(path, 'lower')?.isTest === true
}

/** A page in a folder of pages: whoever wrote it made its keys up, or shows one that is gone. A README, notes, and what stands in the root are where people leave theirs. */
const NESTED_PAGE =
  /^(?!.*(?:readme|notes?|runbook|credentials|passwords?|secrets?|handover|onboarding|on-?call|todo|setup)).*\/[^/]+\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/i

function isKeyOnPage({ match }: Case, path: string): boolean {
  const { name = '', user } = match.parts
  return NESTED_PAGE.test(path) && user === undefined && nameKind(name) !== 'password'
}

/** `validatePassword('…')`: what a test says of a rule is made up for it. */
const CHECKS = /^(?:is_?valid|validate|check|assert|score)_?(?:new_?)?(?:pass|pwd|secret|token|credential)/i

/** Plug-ins of Ansible carry the page of their documentation, examples and all: https://docs.ansible.com/ansible/latest/dev_guide/developing_modules_documenting.html#examples-block */
const PLUGIN_OF_ANSIBLE =
  /(?:^|\/)(?:plugins\/(?:modules|action|become|cache|callback|cliconf|connection|doc_fragments|filter|httpapi|inventory|lookup|netconf|shell|strategy|test|vars)|ansible\/modules|library)\/(?:\w+\/)*\w+\.py$/
/** A line of YAML, as Python has none. */
const OF_YAML = /^\s*(?:- )?\w[\w.-]*:\s+["']?$/

function isOfPluginsPage({ match, path }: Case): boolean {
  return PLUGIN_OF_ANSIBLE.test(path!) && OF_YAML.test(match.line.slice(0, match.start - match.lineStart))
}

/** What the words round it make a key stands in the manual of a program that takes one, as the sample. */
function ofPage({ match: { rule } }: Case, path: string): Opinion | undefined {
  if (rule.specificity >= OF_ITSELF || rule.kind !== 'pattern') return undefined
  if (kindOfPath(path, 'doubt')?.kind !== DOCUMENTATION) return undefined
  return { says: 'lower', verdict: { pathKind: DOCUMENTATION }, why: `in a file of the kind: ${DOCUMENTATION}` }
}

/** What kind of file it stands in. A vendor's key is one wherever it stands; of a value known by its name only this tells much. */
export const pathKind: Judge = one => {
  const { path } = one
  if (one.match.rule.provider === SIGNED && path !== undefined && shows(path)) {
    return {
      says: 'lower',
      verdict: { pathKind: 'shown' },
      why: 'a token in a description of an API, or a page about one',
    }
  }
  if (isOnSavedPage(one)) {
    return { says: 'doubt', verdict: { pathKind: 'saved page' }, why: 'in a page that a test keeps' }
  }
  const isFirm = onlyLowers(one)
  if (path === undefined) return undefined
  if (!(isGeneric(one) || isFirm)) return ofPage(one, path)
  if (isGeneric(one) && isOfPluginsPage(one)) {
    return { says: 'doubt', verdict: { pathKind: DOCUMENTATION }, why: `in a file of the kind: ${DOCUMENTATION}` }
  }
  const found = kindOfPath(path, isFirm ? 'lower' : undefined)
  if (!found || (found.isForPeople && isProse(one) && !isGuessable(secretOf(one)))) return undefined
  // The logins of tests have the form of real ones: only what a machine made may have been taken from somewhere.
  const isTestLogin = found.isTest && !isFirm && one.match.parts.user !== undefined && isMadeUp(secretOf(one))
  const isChecked = found.isTest && one.match.rule.provider === 'generic' && CHECKS.test(one.match.parts.name ?? '')
  const isShown = found.says === 'lower' && !isFirm && !isProse(one) && isKeyOnPage(one, path)
  const says = isTestLogin || isChecked || isShown ? 'doubt' : found.says
  return { says, verdict: { pathKind: found.kind }, why: `in a file of the kind: ${found.kind}` }
}
