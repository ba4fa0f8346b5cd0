import type { Remedy, State } from '../types.ts'
import { danglingSteps } from './dangling-steps.ts'
import { elsewhereSteps } from './elsewhere-steps.ts'
import { fileSteps } from './file-steps.ts'
import { headSteps } from './head-steps.ts'
import { indexSteps } from './index-steps.ts'
import { providerSteps } from './provider-steps.ts'
import { pushedSteps } from './pushed-steps.ts'
import type { RemedyInput } from './remedy-input.ts'
import { shipmentSteps } from './shipment-steps.ts'
import { shippedSteps } from './shipped-steps.ts'
import { sitesOf } from './sites-of.ts'
import { isOnlyStashed, stashSteps } from './stash-steps.ts'
import { unpushedSteps } from './unpushed-steps.ts'
import { verifyUnpushed } from './verify-unpushed.ts'

/** Unpushed steps go by where the secret came in: with HEAD's own commit or before it. */
function committedSteps(input: RemedyInput): readonly Remedy[] {
  const { allPaths, commits } = sitesOf(input)
  if (isOnlyStashed(input.places)) return stashSteps(input.places)
  if (allPaths.length === 0) return [verifyUnpushed(input)]
  const known = input.headCommit ?? undefined
  const last = known === undefined ? input.state === 'head' : commits.every(commit => commit === known)
  return last ? headSteps(input) : unpushedSteps(input)
}

const STEPS: Readonly<Record<State, (input: RemedyInput) => readonly Remedy[]>> = {
  index: indexSteps,
  head: committedSteps,
  unpushed: committedSteps,
  pushed: pushedSteps,
  dangling: danglingSteps,
  file: fileSteps,
}

const PROGRAM = 'keyscan'

/** Steps are written for a keyscan on the PATH; where there is none they name what was started. */
function startedBy(program: string, step: Remedy): Remedy {
  const { commands } = step
  if (!commands?.some(command => command.startsWith(`${PROGRAM} `))) return step
  const named = commands.map(command =>
    command.startsWith(`${PROGRAM} `) ? program + command.slice(PROGRAM.length) : command,
  )
  return { ...step, commands: named }
}

/** What to do about a finding, in the order in which it is to be done: at the provider, then where it stands. */
export function remediesFor(input: RemedyInput): readonly Remedy[] {
  const steps = [
    ...providerSteps(input),
    ...elsewhereSteps(input),
    ...shippedSteps(input),
    ...(input.rule.kind === 'shipment' ? shipmentSteps : STEPS[input.state])(input),
  ]
  const { program } = input
  return program === undefined || program === PROGRAM ? steps : steps.map(step => startedBy(program, step))
}
