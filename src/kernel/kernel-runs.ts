import { isLittleEndian } from './is-little-endian.ts'
import { webAssembly } from './web-assembly.ts'

/** Is there WebAssembly, with SIMD, on a machine that is little endian? `wasm`: a module as base64. */
export function kernelRuns(wasm: string): boolean {
  return isLittleEndian() && webAssembly?.validate(Buffer.from(wasm, 'base64')) === true
}
