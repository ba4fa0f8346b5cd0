import { posix } from 'node:path'

/** What a compose file has built: paths from the folder that it stands in. */
export interface Build {
  readonly context: string
  readonly dockerfile: string
  /** The stage that is built; '': the last one. */
  readonly target: string
}

const BUILD = /^(\s*)build\s*:\s*(.*)$/
const ENTRY = /^(\s*)(context|dockerfile|target)\s*:\s*(.+)$/

const plain = (value: string): string => value.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2').trim() // biome-ignore format: one step after another

function buildOf(context: string, dockerfile = 'Dockerfile', target = ''): Build {
  return { context, dockerfile: posix.join(context, dockerfile), target }
}

/**
 * Which folders images are built in: https://docs.docker.com/reference/compose-file/build/
 *
 *   build: ./api
 *   build:
 *     context: .
 *     dockerfile: docker/Dockerfile
 *
 * An `env_file` is read when the container starts, and is in no image.
 */
export function buildsIn(compose: string): readonly Build[] {
  const builds: Build[] = []
  const lines = compose.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const [, indent, value = ''] = BUILD.exec(lines[at]!) ?? []
    if (indent === undefined) continue
    const given = plain(value)
    if (given !== '' && !given.startsWith('{')) {
      builds.push(buildOf(given))
      continue
    }
    const entries: Record<string, string> = {}
    for (
      ;
      at + 1 < lines.length && (/^\s*(?:#|$)/.test(lines[at + 1]!) || lines[at + 1]!.search(/\S/) > indent.length);
      at++
    ) {
      const [, , key, text] = ENTRY.exec(lines[at + 1]!) ?? []
      if (key !== undefined && text !== undefined) entries[key] ??= plain(text)
    }
    const { context = '.', dockerfile, target } = entries
    builds.push(buildOf(context, dockerfile, target))
  }
  return builds.filter(({ context, dockerfile }) => !/[$:]|^\//.test(context + dockerfile))
}
