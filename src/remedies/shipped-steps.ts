import type { Remedy } from '../types.ts'
import { ignoreLine } from './ignore-line.ts'
import type { RemedyInput, Shipment } from './remedy-input.ts'
import { shellQuote } from './shell-quote.ts'

function leaveOut({ ignoreFile, path }: Shipment, inSubfolder: boolean): string {
  const file = inSubfolder ? `"$(git rev-parse --show-toplevel)/"${shellQuote(ignoreFile)}` : shellQuote(ignoreFile)
  return `printf '\\n%s\\n' ${shellQuote(ignoreLine(path))} >> ${file}`
}

function stepFor(shipment: Shipment, inSubfolder: boolean): Remedy {
  const { by, file, line, path } = shipment
  if (by === 'package') {
    return {
      kind: 'remove',
      text: `Where the package of ${file} is published, this file goes with it: whoever installs the package has it, in every version that had it. Leave it out, and look at what is packed:`,
      commands: [leaveOut(shipment, inSubfolder), 'npm pack --dry-run'],
    }
  }
  if (by === 'files') {
    return {
      kind: 'remove',
      // At the root of a package an .npmignore does not override the list: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#files
      text: `${file}:${line} takes this file along when the package is published: whoever installs the package has it, in every version that had it. Take it out of the list, or add a line for it with "!" in front as the last one, and look at what is packed:`,
      commands: ['npm pack --dry-run'],
    }
  }
  const where = `${file}:${line} copies ${path} into a container image: whoever can pull the image has the file, deleted in a later layer or not.`
  if (by === 'copy') {
    return {
      kind: 'remove',
      text: `${where} Take it out of that line; give the variables to the container when it starts (docker run --env-file), and those of the build as secrets (RUN --mount=type=secret).`,
    }
  }
  return { kind: 'remove', text: `${where} Leave it out of the next one:`, commands: [leaveOut(shipment, inSubfolder)] }
}

/** A `.env` that leaves the repository by other ways too. */
export function shippedSteps({ shipments = [], inSubfolder = false }: RemedyInput): readonly Remedy[] {
  return shipments.map(shipment => stepFor(shipment, inSubfolder))
}
