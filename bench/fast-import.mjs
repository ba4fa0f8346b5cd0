import { execFileSync, spawn } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** Bytes that do not compress, the same in every run. */
export function randomBytes(count, seed) {
  const key = Buffer.alloc(32, `keyscan ${seed}`)
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(count))
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A made-up key with a right checksum, as GitHub has them: six base62 digits of the CRC-32 of the thirty characters before. */
export function makeKey(seed) {
  const body = [...randomBytes(30, `key ${seed}`)].map(byte => BASE62[byte % 62]).join('')
  let sum = ''
  for (let rest = crc32(body); sum.length < 6; rest = Math.floor(rest / 62)) sum = BASE62[rest % 62] + sum
  return `ghp_${body}${sum}`
}

/**
 * A bare repository whose only branch is written (or written on) by `write`, straight into a pack. It is handed `blob(bytes)`, which gives a mark,
 * and `commit(changes)`, `changes` being `[mark, path]` pairs.
 */
export async function fastImport(folder, config, write) {
  const goesOn = existsSync(folder)
  if (!goesOn) execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder])
  const settings = Object.entries(config).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const git = spawn('git', [...settings, '-C', folder, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(git, 'close')
  let from = goesOn ? 'from refs/heads/main^0\n' : ''
  let marks = 0
  let seconds = 1_700_000_000
  const send = async bytes => {
    if (!git.stdin.write(bytes)) await once(git.stdin, 'drain')
  }
  await write({
    async blob(bytes) {
      await send(`blob\nmark :${++marks}\ndata ${bytes.length}\n`)
      await send(bytes)
      await send('\n')
      return marks
    },
    async commit(changes) {
      const lines = changes.map(([mark, path]) => `M 100644 :${mark} ${path}\n`).join('')
      await send(`commit refs/heads/main\ncommitter Bench <bench@example.com> ${seconds++} +0000\n`)
      await send(`data 7\nchange\n${from}${lines}\n`)
      from = ''
    },
  })
  git.stdin.end()
  const [code] = await ended
  if (code !== 0) throw new Error(`git fast-import: exit code ${code}`)
}
