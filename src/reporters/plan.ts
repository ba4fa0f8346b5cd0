import type { Finding, Remedy, State } from '../types.ts'
import { STATES } from '../types.ts'
import { mergeOrdered } from './merge-ordered.ts'

/** Steps that belong together, each once, however many findings ask for it. */
export interface PlanPart {
  /** Absent for the steps at the provider, which are the same wherever the secret stands. */
  readonly state?: State
  readonly steps: readonly Remedy[]
}

const keyOf = ({ kind, text, url }: Remedy): string => JSON.stringify([kind, text, url])

interface Gathered {
  readonly step: Remedy
  commands: readonly string[]
  readonly code: Set<string>
}

function asStep({ step, commands, code }: Gathered): Remedy {
  return { ...step, ...(commands.length > 0 && { commands }), ...(code.size > 0 && { code: [...code] }) }
}

/** Steps that say the same become one, with the commands and the code of all; the order within each finding's steps is kept. */
function merged(lists: readonly (readonly Remedy[])[]): readonly Remedy[] {
  const steps = new Map<string, Gathered>()
  let order: readonly string[] = []
  for (const list of lists) {
    order = mergeOrdered(order, [...new Set(list.map(keyOf))])
    for (const step of list) {
      const key = keyOf(step)
      const known = steps.get(key) ?? { step, commands: [], code: new Set() }
      known.commands = mergeOrdered(known.commands, step.commands ?? [])
      for (const line of step.code ?? []) known.code.add(line)
      steps.set(key, known)
    }
  }
  return order.map(key => asStep(steps.get(key)!))
}

/** Mending a commit gives those after it new names: with the latest first, the names in later steps still hold. */
function latestFirst(findings: readonly Finding[]): readonly Finding[] {
  const dateOf = ({ places }: Finding): number =>
    Math.min(...places.map(place => (place.date === undefined ? 0 : Date.parse(place.date))))
  return findings.toSorted((a, b) => dateOf(b) - dateOf(a))
}

const isAtProvider = ({ kind }: Remedy): boolean => kind === 'revoke' || kind === 'rotate'

const isPrivateYet = ({ state }: Finding): boolean => state === 'index' || state === 'file'

/**
 * One plan for all findings: what is to be done at the providers, and state by state in the repository. The providers come first, unless no
 * finding is in a commit: then mending the files may be all there is to do.
 */
export function plan(findings: readonly Finding[]): readonly PlanPart[] {
  const stepsOf = (some: readonly Finding[], atProvider: boolean): readonly Remedy[] =>
    merged(some.map(finding => finding.remediation.filter(step => isAtProvider(step) === atProvider)))
  const provider: PlanPart = { steps: stepsOf(findings, true) }
  const repository = STATES.map(state => ({
    state,
    steps: stepsOf(latestFirst(findings.filter(finding => finding.state === state)), false),
  }))
  const parts = findings.every(isPrivateYet) ? [...repository, provider] : [provider, ...repository]
  return parts.filter(part => part.steps.length > 0)
}
