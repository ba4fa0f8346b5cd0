import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { arrange, expectTheSame, trap } from './expect-the-same.ts'

/** Settings that must have no influence, and files of the repository that stand behind them. */
const SETTINGS: Readonly<Record<string, (repository: TestRepository) => Readonly<Record<string, string>>>> = {
  'colour everywhere': () => ({ 'color.ui': 'always', 'color.diff': 'always', 'color.status': 'always' }),
  'colours by name': () => ({ 'color.diff.new': 'red bold', 'color.diff.meta': 'blue', 'color.ui': 'always' }),
  'diff.noprefix': () => ({ 'diff.noprefix': 'true' }),
  'diff.mnemonicPrefix': () => ({ 'diff.mnemonicPrefix': 'true' }),
  'diff.srcPrefix and diff.dstPrefix': () => ({ 'diff.srcPrefix': 'x/', 'diff.dstPrefix': 'y/' }),
  'diff.external': repository => ({ 'diff.external': trap(repository) }),
  'a textconv and a driver for all files': repository => {
    repository.write('.git/info/attributes', '* diff=hidden\n')
    return { 'diff.hidden.textconv': trap(repository), 'diff.hidden.command': trap(repository) }
  },
  'attributes that call everything binary': repository => {
    repository.write('.git/info/attributes', '* -diff -text binary\n')
    return {}
  },
  'a clean and smudge filter': repository => {
    repository.write('.git/info/attributes', '* filter=hidden\n')
    return { 'filter.hidden.smudge': trap(repository), 'filter.hidden.clean': trap(repository) }
  },
  'core.quotePath': () => ({ 'core.quotePath': 'true' }),
  'core.pager and pager.*': repository => ({
    'core.pager': trap(repository),
    'pager.diff-index': trap(repository),
    'pager.log': trap(repository),
    'pager.rev-list': trap(repository),
  }),
  'log.showSignature': repository => ({ 'log.showSignature': 'true', 'gpg.program': trap(repository) }),
  'log.date and formats': () => ({ 'log.date': 'relative', 'format.pretty': 'oneline', 'log.abbrevCommit': 'true' }),
  'log.* that leave commits out': () => ({ 'log.follow': 'true', 'log.showRoot': 'false', 'log.diffMerges': 'off' }),
  'log.excludeDecoration and log.mailmap': () => ({ 'log.excludeDecoration': 'refs/*', 'log.mailmap': 'true' }),
  'diff.renames false': () => ({ 'diff.renames': 'false' }),
  'diff.renames copies': () => ({ 'diff.renames': 'copies', 'diff.renameLimit': '1' }),
  'diff.algorithm and contexts': () => ({ 'diff.algorithm': 'patience', 'diff.context': '0', 'diff.wordRegex': '.' }),
  'diff.ignoreSubmodules and diff.submodule': () => ({ 'diff.ignoreSubmodules': 'all', 'diff.submodule': 'log' }),
  'diff.orderFile that is not there': () => ({ 'diff.orderFile': 'nowhere' }),
  'diff.relative': () => ({ 'diff.relative': 'true' }),
  'core.fsmonitor': repository => ({ 'core.fsmonitor': trap(repository) }),
  'core.untrackedCache and preloadIndex': () => ({ 'core.untrackedCache': 'true', 'core.preloadIndex': 'true' }),
  'submodule.recurse': () => ({ 'submodule.recurse': 'true' }),
  'core.hooksPath': repository => {
    chmodSync(repository.write('hooks/post-index-change', `#!/bin/sh\n${trap(repository)}\n`), 0o755)
    return { 'core.hooksPath': join(repository.path, 'hooks') }
  },
  aliases: repository => {
    const names = ['diff-index', 'cat-file', 'rev-parse', 'rev-list', 'log', 'ls-tree', 'for-each-ref', 'check-ignore']
    return Object.fromEntries(names.map(name => [`alias.${name}`, `!${trap(repository)}`]))
  },
  'core.abbrev': () => ({ 'core.abbrev': '4' }),
  'i18n.logOutputEncoding': () => ({ 'i18n.logOutputEncoding': 'UTF-16LE', 'i18n.commitEncoding': 'ISO-8859-1' }),
  'core.attributesFile and core.excludesFile': () => ({
    'core.attributesFile': '/dev/null',
    'core.excludesFile': 'nowhere',
  }),
  'core.bigFileThreshold': () => ({ 'core.bigFileThreshold': '1' }),
  'core.ignoreCase and core.precomposeUnicode': () => ({ 'core.ignoreCase': 'true', 'core.precomposeUnicode': 'true' }),
  'uploadpack.* and transfer.hideRefs': () => ({ 'transfer.hideRefs': 'refs/heads', 'uploadpack.hideRefs': 'refs' }),
  'rev-list settings: log.initialDecorationSet, blame.*': () => ({
    'log.decorate': 'full',
    'log.initialDecorationSet': 'all',
  }),
  'advice and trace': () => ({ 'advice.detachedHead': 'true', 'trace2.normalTarget': '2' }),
}

test('without any setting: what the others are compared with', () => expectTheSame(arrange()))

test.each(Object.keys(SETTINGS))('%s', async name => {
  const repository = arrange()
  for (const [key, value] of Object.entries(SETTINGS[name]!(repository))) repository.git(['config', key, value])
  await expectTheSame(repository)
})
