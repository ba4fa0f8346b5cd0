import { devNull } from 'node:os'

/**
 * The environment that every git of the tests runs in: nothing of this machine's, of the person's or of a hook's
 * settings reaches it, and the same steps give the same object ids everywhere.
 */
export function gitTestEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(?:GIT_|LC_|LANG)/i.test(name)) environment[name] = value
  }
  return {
    ...environment,
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: 'true',
    // Without these git reads `~/.config/git/ignore` and `attributes`.
    XDG_CONFIG_HOME: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.invalid',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.invalid',
    ...extra,
  }
}
