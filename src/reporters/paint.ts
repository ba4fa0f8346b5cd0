import { Chalk } from 'chalk'
import type { Paint } from './plain-paint.ts'

/** The 16 colours of every terminal, in the person's own shades. Whether there is colour at all has been decided by the caller. */
const chalk = new Chalk({ level: 1 })

const SEVERITY = {
  critical: chalk.bold.redBright,
  high: chalk.bold.red,
  medium: chalk.bold.yellow,
  low: chalk.bold.blue,
} as const

export const paint: Paint = {
  severity: (severity, text) => SEVERITY[severity](text),
  mark: text => chalk.bold.red(text),
  place: text => chalk.bold(text),
  command: text => chalk.cyan(text),
  heading: text => chalk.bold.underline(text),
  aside: text => chalk.dim(text),
}
