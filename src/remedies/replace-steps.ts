import type { Remedy } from '../types.ts'
import { type LookUp, lookUp } from './look-up.ts'
import type { RemedyInput } from './remedy-input.ts'
import { type FilePlace, sitesOf } from './sites-of.ts'
import { variableName } from './variable-name.ts'

const NODE_LOAD = "import 'dotenv/config'"

function unique(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values)].filter(value => value !== undefined)
}

function lookUpStep(hardCoded: readonly FilePlace[], lookUps: readonly (LookUp | undefined)[]): Remedy {
  const code = hardCoded.flatMap(({ path, line }, i) => {
    const instead = lookUps[i]?.code
    return instead === undefined ? [] : [`${path}:${line}: ${instead}`]
  })
  if (code.length === 0)
    return { kind: 'replace', text: 'Take the value out of the file and read it from the environment instead.' }
  return { kind: 'replace', text: 'Put the look-up in place of the value:', code: unique(code) }
}

/** For a value that is written into code: the look-up that belongs there, and where the value goes instead. */
export function replaceSteps(input: RemedyInput): readonly Remedy[] {
  const sites = sitesOf(input)
  const hardCoded = sites.current.filter(place => !sites.localPaths.includes(place.path))
  if (hardCoded.length === 0) return []
  const variable = variableName(input.rule, input.name)
  const lookUps = hardCoded.map(place => lookUp(place.path, variable))
  const advice = unique(lookUps.map(one => one?.advice))
  const load = unique(lookUps.map(one => one?.load))
  const commands = unique(lookUps.map(one => one?.command))
  return [
    lookUpStep(hardCoded, lookUps),
    ...advice.map(text => ({ kind: 'replace' as const, text })),
    ...(commands.length > 0
      ? [
          {
            kind: 'replace' as const,
            text: 'The new value goes into the secrets of the CI; this asks for it:',
            commands,
          },
        ]
      : []),
    ...(load.length > 0
      ? [
          {
            kind: 'replace' as const,
            text: `The new value goes into a .env that .gitignore names, or into a secret manager. To load .env${load.includes(NODE_LOAD) ? ' (or start with node --env-file=.env)' : ''}:`,
            code: load,
          },
        ]
      : []),
  ]
}
