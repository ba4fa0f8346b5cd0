import { RuleProblem } from './rule-problem.ts'

/** The problem of one rule, seen from the file that holds it. */
export function inRule(problem: RuleProblem, index: number, id: string): RuleProblem {
  const options = { cause: problem, ...(problem.offset === undefined ? {} : { offset: problem.offset }) }
  return new RuleProblem(['rule', index, ...problem.path], `rule "${id}": ${problem.message}`, options)
}
