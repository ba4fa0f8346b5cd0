import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestRepository } from '../../fixtures/repositories/create-repository.ts'

/** Git for Windows runs hooks by its own shell, which knows only slashes. */
const quoted = (path: string): string => `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`

/** Where the hook leaves its report: outside the work tree, so that no git command sees it. */
export const hookReport = ({ folder }: Pick<TestRepository, 'folder'>): string => join(folder, 'hook-report.json')

/** A hook that is nothing but the command line: what git hands to it is what keyscan gets. `before`: lines of shell that come first. */
export function installScanHook(
  repository: Pick<TestRepository, 'git' | 'folder'>,
  { hook = 'pre-commit', before = '' } = {},
): void {
  const folder = repository.git(['rev-parse', '--path-format=absolute', '--git-path', 'hooks'])
  const command = [process.execPath, inject('bin'), '--staged', '--format', `json=${hookReport(repository)}`]
  writeFileSync(join(folder, hook), `#!/bin/sh\n${before}\nexec ${command.map(quoted).join(' ')}\n`, { mode: 0o755 })
}
