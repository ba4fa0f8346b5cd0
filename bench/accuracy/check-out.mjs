// The files of a commit in a folder, without an index, a filter or an attribute; what the clone does not hold is left out.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ENOUGH = 2 ** 31 - 1
const REGULAR_FILE = /^100/
/** As git tells text from what is none. */
const LOOKED_AT = 8000
const LINE_FEED = 10

function git(clone, args, input) {
  const { status, stdout, stderr } = spawnSync('git', ['--git-dir', clone, ...args], { input, maxBuffer: ENOUGH })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout
}

function filesOf(clone, commit) {
  return git(clone, ['ls-tree', '-r', '-z', commit])
    .toString()
    .split('\0')
    .filter(line => REGULAR_FILE.test(line))
    .map(line => ({ id: line.slice(12, line.indexOf('\t')), path: line.slice(line.indexOf('\t') + 1) }))
}

/** Says how many lines of text there are. */
export function checkOut(clone, commit, folder) {
  const files = filesOf(clone, commit)
  const objects = git(clone, ['cat-file', '--batch'], files.map(({ id }) => id).join('\n'))
  let at = 0
  let lines = 0
  for (const { path } of files) {
    const end = objects.indexOf(LINE_FEED, at)
    const [, type, size] = objects.subarray(at, end).toString().split(' ')
    at = end + 1
    if (type !== 'blob') continue
    const content = objects.subarray(at, at + Number(size))
    at += Number(size) + 1
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
    lines += linesOf(content)
  }
  return lines
}

function linesOf(content) {
  if (content.subarray(0, LOOKED_AT).includes(0)) return 0
  let lines = 0
  for (let at = content.indexOf(LINE_FEED); at >= 0; at = content.indexOf(LINE_FEED, at + 1)) lines++
  return lines
}
