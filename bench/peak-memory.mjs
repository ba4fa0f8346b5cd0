import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'

/** Between two looks: what comes and goes within is missed for children; the program's own peak the system keeps itself (VmHWM). */
const LOOK_MS = 20

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    // Ended meanwhile.
    if (['ENOENT', 'ESRCH'].includes(error.code)) return ''
    throw error
  }
}

const kilobytes = (status, field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)

function childrenOf(pid) {
  if (!existsSync(`/proc/${pid}/task`)) return []
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.flatMap(task => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean))
}

function descendantsOf(pid) {
  return childrenOf(pid).flatMap(child => [child, ...descendantsOf(child)])
}

/**
 * Runs a command apart from any timing. Peak resident memory in MB: of the process itself, and of all its descendants together; `undefined` where
 * the system has no /proc.
 */
export async function peakMemory([file, ...args], { cwd, output, env, stderr = 'ignore' } = {}) {
  const sink = output === undefined ? 'ignore' : openSync(output, 'w')
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', sink, stderr] })
  let own = 0
  let others = 0
  const look = () => {
    try {
      own = Math.max(own, kilobytes(read(`/proc/${child.pid}/status`), 'VmHWM'))
      const sum = descendantsOf(child.pid).reduce(
        (all, pid) => all + kilobytes(read(`/proc/${pid}/status`), 'VmRSS'),
        0,
      )
      others = Math.max(others, sum)
    } catch (error) {
      if (!['ENOENT', 'ESRCH'].includes(error.code)) throw error
    }
  }
  const watching = existsSync('/proc/self/status') ? setInterval(look, LOOK_MS) : undefined
  const exit = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  clearInterval(watching)
  if (sink !== 'ignore') closeSync(sink)
  if (watching === undefined) return { exit }
  return { exit, ownMb: Math.round(own / 1024), childrenMb: Math.round(others / 1024) }
}
