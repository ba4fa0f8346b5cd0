const START = '# keyscan: a commit that would leak a key is stopped here ("keyscan init --undo" takes this out)'
const END = '# keyscan: end'

/**
 * What goes into a hook. The project's own keyscan comes first, also that of the main work tree when this one is linked; then the one
 * on the PATH. A commit that nobody could scan is stopped, with a word on what to do; so no line may fail before that word, since husky
 * runs hooks by `sh -e`.
 */
const BLOCK = `${START}
keyscan_bin=./node_modules/.bin/keyscan
[ -x "$keyscan_bin" ] || keyscan_bin="$(git rev-parse --git-common-dir)/../node_modules/.bin/keyscan"
[ -x "$keyscan_bin" ] || keyscan_bin="$(command -v keyscan || true)"
if [ -z "$keyscan_bin" ]; then
  echo 'keyscan was not found, so this commit was not scanned, and it is stopped.' >&2
  echo 'Install it (npm install --save-dev @keyscan/cli) and commit again,' >&2
  echo 'or commit once without a scan: git commit --no-verify' >&2
  exit 2
fi
"$keyscan_bin" --staged || exit $?
${END}
`

const SHEBANG = '#!/bin/sh\n'
/** Commands after which nothing more of a script runs. */
const LEAVES = /^\s*(?:exit|exec)\b/m

/** Is the block there, in this form or in an older one? */
export function hasBlock(script: string): boolean {
  return script.includes(START)
}

/** The script with the block at its end, or behind its first line where it leaves before its end. */
export function withBlock(script: string | undefined): string {
  if (script === undefined || script.trim() === '') return `${SHEBANG}${BLOCK}`
  if (hasBlock(script)) return script
  const firstLine = script.startsWith('#!') ? script.indexOf('\n') + 1 : 0
  if (LEAVES.test(script)) return `${script.slice(0, firstLine)}${BLOCK}${script.slice(firstLine)}`
  return `${script.endsWith('\n') ? script : `${script}\n`}${BLOCK}`
}

/** The script without the block; undefined where nothing else was in it. */
export function withoutBlock(script: string): string | undefined {
  const start = script.indexOf(START)
  const end = script.indexOf(END, start)
  if (start < 0 || end < 0) return script
  const rest = script.slice(0, start) + script.slice(end + END.length + 1)
  return rest === '' || rest === SHEBANG ? undefined : rest
}

/** Shells that the block is written for; a hook in another language cannot take it. */
export function isShellScript(script: string): boolean {
  const interpreter = /^#![ \t]*(\S+(?:[ \t]+\S+)?)/.exec(script)?.[1]
  return interpreter === undefined || /\b(?:ba|da|z|k|a)?sh(?:\.exe)?$/.test(interpreter.replace(/[ \t]+-\S+$/, ''))
}
