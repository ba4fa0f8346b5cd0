/**
 * The kernel: AssemblyScript, compiled by .ci/generate-kernel.mjs into src/generated/kernel.ts.
 * One file = one exported function; no runtime, no allocation, no static data: the loader owns the memory (see layout.ts).
 */
export { find } from './find'
