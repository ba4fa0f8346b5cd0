import { test } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { arrange, expectTheSame, trap } from './expect-the-same.ts'

/** Variables that must have no influence. */
const ENVIRONMENTS: Readonly<Record<string, (repository: TestRepository) => Readonly<Record<string, string>>>> = {
  GIT_EXTERNAL_DIFF: repository => ({ GIT_EXTERNAL_DIFF: trap(repository) }),
  'GIT_PAGER and PAGER': repository => ({ GIT_PAGER: trap(repository), PAGER: trap(repository) }),
  GIT_DIFF_OPTS: () => ({ GIT_DIFF_OPTS: '--unified=0' }),
  'LANG, LC_ALL and LANGUAGE': () => ({ LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de:fr' }),
  'a locale without UTF-8': () => ({ LANG: 'C', LC_ALL: 'POSIX' }),
  GIT_TRACE: () => ({ GIT_TRACE: '1', GIT_TRACE_PACK_ACCESS: '1', GIT_TRACE2: '2' }),
  'pathspec magic': () => ({ GIT_LITERAL_PATHSPECS: '1', GIT_ICASE_PATHSPECS: '1' }),
  'settings by environment': () => ({
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'color.ui',
    GIT_CONFIG_VALUE_0: 'always',
    GIT_CONFIG_KEY_1: 'diff.noprefix',
    GIT_CONFIG_VALUE_1: 'true',
  }),
  GIT_CONFIG_PARAMETERS: () => ({ GIT_CONFIG_PARAMETERS: "'color.ui=always' 'diff.renames=copies'" }),
  'FORCE_COLOR and CLICOLOR_FORCE': () => ({ NO_COLOR: '', FORCE_COLOR: '1', CLICOLOR_FORCE: '1' }),
  GIT_REPLACE_REF_BASE: () => ({ GIT_REPLACE_REF_BASE: 'refs/heads/' }),
  GIT_DEFAULT_HASH: () => ({ GIT_DEFAULT_HASH: 'sha256' }),
}

test.each(Object.keys(ENVIRONMENTS))('environment: %s', async name => {
  const repository = arrange()
  await expectTheSame(repository, ENVIRONMENTS[name]!(repository))
})
