import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/reporters/display-width.ts'

/** Opens a real pseudo-terminal of `columns`, runs the rest of its arguments in it, and copies what would be seen; `first>second`: becomes that wide
 * after two seconds. */
const IN_TERMINAL = `
import fcntl, os, pty, select, struct, sys, termios, time
widths = [int(width) for width in sys.argv[1].split('>')]
child, terminal = pty.fork()
if child == 0:
    time.sleep(0.1)
    os.execvp(sys.argv[2], sys.argv[2:])
def resize(columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
resize(widths.pop(0))
started = time.time()
while True:
    if widths and time.time() - started > 2:
        resize(widths.pop(0))
    if not select.select([terminal], [], [], 0.05)[0]:
        continue
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    sys.stdout.buffer.write(data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`

/** Some seconds of work, as a scan does it: told often, then a result on standard output. */
const WORK = (folder: string): string => `
import { startProgress } from ${JSON.stringify(join(folder, 'progress-line.ts'))}
import { wantsProgress } from ${JSON.stringify(join(folder, 'wants-progress.ts'))}
const line = startProgress(wantsProgress({ has: name => process.argv.includes('--' + name) }))
const started = performance.now()
const timer = setInterval(() => {
  const ms = Math.round(performance.now() - started)
  line.show({ phase: 'objects', done: 100 * ms, total: 600_000, bytes: 1e6 * ms, findings: Math.floor(ms / 1000) })
  if (ms < Number(process.env.WORK_MS)) return
  clearInterval(timer)
  line.clear()
  console.log('the result')
}, 5)
`

/** `os.waitstatus_to_exitcode` came with 3.9. */
const VERSION = 'import sys, pty; sys.exit(sys.version_info < (3, 9))'
const hasTerminals = process.platform !== 'win32' && spawnSync('python3', ['-c', VERSION]).status === 0

interface Screen {
  /** Lines as they stood after each text written. */
  readonly moments: readonly (readonly string[])[]
}

/** What a terminal of that width shows: carriage return, new line, erasing to the end of the line, and wrapping, nothing else. */
function screenOf(output: string, columns: number): Screen {
  const lines = ['']
  let column = 0
  const moments: string[][] = []
  for (const piece of output.match(/\r|\n|\u001b\[K|[^\r\n\u001b]+/g) ?? []) {
    const row = lines.at(-1)!
    if (piece === '\r') column = 0
    else if (piece === '\n') lines.push('')
    else if (piece === '\u001b[K') lines[lines.length - 1] = row.slice(0, column)
    else {
      lines[lines.length - 1] = row.slice(0, column) + piece + row.slice(column + piece.length)
      column += piece.length
      if (displayWidth(lines.at(-1)!) >= columns) throw new Error(`wraps at ${columns} columns: ${lines.at(-1)}`)
      continue
    }
    moments.push([...lines])
  }
  return { moments: [...moments, lines] }
}

describe.skipIf(!hasTerminals)('on a real terminal (needs python3 with pty)', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keyscan-test-'))
    writeFileSync(join(folder, 'terminal.py'), IN_TERMINAL)
    const contents = WORK(join(import.meta.dirname, '..', '..', 'src', 'cli'))
    await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      platform: 'node',
      outfile: join(folder, 'work.cjs'),
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function seen(columns: string, args: readonly string[] = [], env: Record<string, string> = {}): string {
    const words = [join(folder, 'terminal.py'), columns, process.execPath, join(folder, 'work.cjs'), ...args]
    const terminal = { ...process.env, CI: '', TERM: 'xterm', WORK_MS: '2800', ...env }
    const { status, stdout, stderr } = spawnSync('python3', words, { env: terminal, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    return stdout
  }

  test.concurrent.each([[80], [40]])('in %d columns: one line, redrawn in place, gone before the result', columns => {
    const { moments } = screenOf(seen(String(columns)), columns)
    expect(moments.at(-1)).toEqual(['the result', ''])
    const shown = moments.slice(0, -3).map(lines => lines.join('\n'))
    expect(shown.some(line => /^objects {2}.* %\)? .*\d found/.test(line))).toBe(true)
    expect(shown.filter(line => line !== '' && !line.startsWith('objects  '))).toEqual([])
  })

  test('redrawn no more than eight times a second, never emptied in between', () => {
    const output = seen('80')
    const draws = output.split('\r').length - 1
    expect(draws).toBeGreaterThan(5)
    expect(draws).toBeLessThanOrEqual(20)
    expect(output.match(/\r\u001b\[K/g)).toHaveLength(1)
  })

  test('a terminal that becomes narrow', () => {
    const output = seen('80>30')
    const texts = output.split('\r').map(text => text.split('\u001b')[0]!)
    const first = texts.findIndex(text => /^objects {2}\d+ %/.test(text))
    expect(first).toBeGreaterThan(1)
    for (const text of texts.slice(first)) expect(displayWidth(text)).toBeLessThan(30)
  })

  test.each<readonly [what: string, args: readonly string[], env: Record<string, string>]>([
    ['--no-progress', ['--no-progress'], {}],
    ['--quiet', ['--quiet'], {}],
    ['TERM=dumb', [], { TERM: 'dumb' }],
    ['a CI', [], { CI: 'true' }],
  ])('%s: no progress', (_, args, env) => {
    expect(seen('80', args, { WORK_MS: '1400', ...env })).toBe('the result\r\n')
  })
})
