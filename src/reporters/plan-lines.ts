import { printable } from '../findings/printable.ts'
import type { Finding, Remedy, State } from '../types.ts'
import type { Paint } from './plain-paint.ts'
import { plan } from './plan.ts'
import type { ReporterOptions } from './reporter.ts'
import { wrap } from './wrap.ts'

/** Of one step so many commands or lines of code are shown; fifty files need no fifty examples. */
const MAX_LINES = 12
const NUMBER_WIDTH = 4

const AT_PROVIDER = 'At the provider'

const FOR_STATE: Readonly<Record<State, string>> = {
  index: 'In what is staged',
  head: 'In the last commit',
  unpushed: 'In what is committed and not pushed',
  pushed: 'In what is pushed',
  dangling: 'In what no branch holds any more',
  file: 'In files on disk',
}

function folded(lines: readonly string[], verbose: boolean): readonly string[] {
  if (verbose || lines.length <= MAX_LINES) return lines
  return [...lines.slice(0, MAX_LINES - 1), `… and ${lines.length - MAX_LINES + 1} more (--verbose shows them)`]
}

function stepLines(
  step: Remedy,
  number: number,
  paint: Paint,
  { columns, verbose }: ReporterOptions,
): readonly string[] {
  const label = `${number}.`.padStart(NUMBER_WIDTH - 1)
  const margin = ' '.repeat(label.length + 1)
  const text = step.text.split('\n').flatMap(line => wrap(printable(line), columns - margin.length))
  return [
    ...text.map((line, i) => (i === 0 ? `${label} ${line}` : margin + line)),
    ...(step.url ? [margin + paint.command(printable(step.url))] : []),
    ...folded(step.code ?? [], verbose).map(line => `${margin}  ${paint.place(printable(line))}`),
    ...folded(step.commands ?? [], verbose).map(line => `${margin}  ${paint.command(printable(line))}`),
  ]
}

/** What to do now, as numbered steps. */
export function planLines(findings: readonly Finding[], paint: Paint, options: ReporterOptions): readonly string[] {
  const parts = plan(findings)
  let number = 0
  return parts.flatMap(({ state, steps }, i) => [
    ...(i > 0 ? [''] : []),
    ...(parts.length > 1 ? [`${state === undefined ? AT_PROVIDER : FOR_STATE[state]}:`] : []),
    ...steps.flatMap(step => stepLines(step, ++number, paint, options)),
  ])
}
