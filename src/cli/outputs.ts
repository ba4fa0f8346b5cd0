import { resolve } from 'node:path'
import { UsageError } from '../errors/usage-error.ts'
import { FORMAT_NAMES, type Format } from '../reporters/formats.ts'
import type { Report } from '../types.ts'
import { columnsOfTerminal } from './columns-of-terminal.ts'
import type { Arguments } from './parse-arguments.ts'
import { print } from './print.ts'
import { useColour } from './use-colour.ts'
import { writeWhole } from './write-whole.ts'

interface Output {
  readonly format: Format
  /** Absent: standard output. */
  readonly file?: string
}

export interface Outputs {
  write(report: Report): Promise<void>
}

function parse(text: string): Output {
  const [name = '', ...rest] = text.split('=')
  const format = FORMAT_NAMES.find(known => known === name)
  if (!format) throw new UsageError(`--format takes ${FORMAT_NAMES.join(', ')}, not "${name}".`)
  if (rest.length === 0) return { format }
  const file = rest.join('=')
  if (file === '') throw new UsageError(`--format ${text} names no file: --format ${name}=FILE`)
  return { format, file }
}

/** Reads the `--format` flags now, so that a wrong one is said before anything is scanned. */
export function openOutputs(args: Arguments): Outputs {
  const asked = args.values('format').map(parse)
  // With reports in files only, the person at the terminal still wants to know.
  const outputs = asked.some(one => one.file === undefined) ? asked : [...asked, { format: 'human' as const }]
  if (outputs.filter(one => one.file === undefined).length > 1) {
    throw new UsageError('two formats for standard output: give one of them a file, as in --format json=report.json')
  }
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]))
  const twice = files.find((file, i) => files.indexOf(file) < i)
  if (twice !== undefined) throw new UsageError(`two formats for the one file ${twice}: give each its own.`)
  const showSecrets = args.has('show-secrets')
  return {
    async write(report) {
      const { renderReport } = await import('../reporters/render-report.ts')
      const render = ({ format, file }: Output): Promise<string> =>
        renderReport(format, report, {
          colour: file === undefined && useColour(args.has('no-color')),
          columns: file === undefined ? columnsOfTerminal() : columnsOfTerminal({}),
          verbose: args.has('verbose'),
          quiet: args.has('quiet'),
          showSecrets,
        })
      // Standard output first: where a file cannot be written, what was found is seen all the same.
      for (const output of outputs.toSorted((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined))) {
        const text = await render(output)
        if (output.file === undefined) await print(text)
        else writeWhole(output.file, text, { secret: showSecrets })
      }
    },
  }
}
