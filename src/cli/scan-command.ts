import { UsageError } from '../errors/usage-error.ts'
import type { ScanOptions } from '../scan.ts'
import { CONFIDENCES, type Confidence, type Mode, type Report } from '../types.ts'
import { complain } from './complain.ts'
import { CLEAN, FINDINGS, TROUBLE } from './main.ts'
import { openOutputs } from './outputs.ts'
import type { Arguments } from './parse-arguments.ts'
import { programName } from './program-name.ts'
import { startProgress } from './progress-line.ts'
import { readStandardInput } from './read-standard-input.ts'
import { wantsProgress } from './wants-progress.ts'

const MODE_FLAGS = ['staged', 'history', 'range', 'stdin'] as const

function modeOf(args: Arguments): Mode {
  const asked = MODE_FLAGS.filter(flag => args.has(flag))
  if (asked.length > 1) {
    throw new UsageError(`--${asked[0]} and --${asked[1]} are two different scans: give one of them at a time.`)
  }
  const [mode] = asked
  if (args.words.length === 0) return mode ?? 'staged'
  if (mode === undefined) return 'paths'
  throw new UsageError(
    `--${mode} takes no paths, but "${args.words[0]}" was given. "keyscan PATH…" scans files on disk.`,
  )
}

/** Flags that only mean something in one mode: said, not ignored. */
const ONLY_WITH = {
  since: 'history',
  branch: 'history',
  'reachable-only': 'history',
  'no-cache': 'history',
  name: 'stdin',
  'no-ignore': 'paths',
  threads: 'history',
} as const

function checkFlagsOf(mode: Mode, args: Arguments): void {
  for (const [flag, only] of Object.entries(ONLY_WITH) as [keyof typeof ONLY_WITH, Mode][]) {
    if (!args.has(flag) || mode === only) continue
    throw new UsageError(`--${flag} goes with ${only === 'paths' ? 'PATH…' : `--${only}`} only.`)
  }
  for (const [flag, command] of [
    ['undo', 'init'],
    ['text', 'explain'],
    ['force', 'migrate'],
  ] as const) {
    if (args.has(flag)) throw new UsageError(`--${flag} goes with "keyscan ${command}" only.`)
  }
}

function minConfidenceOf(args: Arguments): Confidence | undefined {
  const given = args.value('min-confidence')
  if (given === undefined) return undefined
  const found = CONFIDENCES.find(level => level === given)
  if (!found) throw new UsageError(`--min-confidence takes ${CONFIDENCES.join(', ')}, not "${given}".`)
  return found
}

/** What the flags ask to be scanned. */
export async function optionsOf(args: Arguments): Promise<ScanOptions> {
  const mode = modeOf(args)
  checkFlagsOf(mode, args)
  const minConfidence = minConfidenceOf(args)
  const optional = {
    range: args.value('range'),
    since: args.value('since'),
    branch: args.value('branch'),
    name: args.value('name'),
    configFile: args.value('config'),
    minConfidence,
  }
  return {
    mode,
    directory: process.cwd(),
    paths: args.words,
    onlyRules: args.values('rule'),
    reachableOnly: args.has('reachable-only'),
    ignoreFiles: !args.has('no-ignore'),
    allPlaces: args.has('all-places'),
    withoutCache: args.has('no-cache'),
    program: programName,
    ...(mode === 'stdin' && { text: await readStandardInput() }),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<ScanOptions>),
  }
}

function exitCodeOf(report: Report, allowIncomplete: boolean): number {
  if (report.findings.length > 0) return FINDINGS
  return report.scan.complete || allowIncomplete ? CLEAN : TROUBLE
}

/** `keyscan [--staged | --history | --range A..B | --stdin | PATH…]`: scans, reports, gives the exit code. */
export async function scanCommand(args: Arguments): Promise<number> {
  const outputs = openOutputs(args)
  const options = await optionsOf(args)
  const progress = startProgress(wantsProgress(args))
  try {
    const { scan } = await import('../scan.ts')
    const team = options.mode === 'history' ? (await import('./team-of.ts')).teamOf(args) : {}
    const report = await scan({
      ...options,
      ...team,
      onProgress: progress.show,
      ...(args.has('verbose') && { onNote: note => complain(`${note}\n`) }),
    })
    progress.clear()
    await outputs.write(report)
    return exitCodeOf(report, args.has('allow-incomplete'))
  } finally {
    progress.clear()
  }
}
