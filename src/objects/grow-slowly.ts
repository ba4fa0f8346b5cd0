import { setFlagsFromString } from 'node:v8'

/**
 * How much a thread's heap may grow, measured by what is in use, before V8 looks for garbage. By itself V8 lets a small one grow to four times: of the 150 MB that two
 * threads had at ansible/ansible's end, 40 were in use. Less than this makes no difference: eight MB are always granted.
 */
const PERCENT = 30

/** Has V8 keep the heaps of all threads small, until what is returned is called. */
export function growSlowly(): () => void {
  setFlagsFromString(`--heap-growing-percent=${PERCENT}`)
  return () => setFlagsFromString('--heap-growing-percent=0')
}
