import { isTerminal } from './is-terminal.ts'
import { STANDARD_OUTPUT } from './standard-output.ts'

/** Colour on standard output: as the flag says, then NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), then the terminal. */
export function useColour(noColorFlag: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (noColorFlag || NO_COLOR) return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTerminal(STANDARD_OUTPUT) && TERM !== 'dumb'
}
