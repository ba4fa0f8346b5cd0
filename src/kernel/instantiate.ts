import { isLittleEndian } from './is-little-endian.ts'
import { webAssembly } from './web-assembly.ts'

/**
 * The exports of a module that is kept as base64. Throws where Node runs without WebAssembly or its SIMD, and on machines that are big endian: numbers in its
 * memory would be misread.
 */
export function instantiate<Exports>(wasm: string): Exports {
  if (webAssembly === undefined) throw new Error('This Node runs without WebAssembly.')
  if (!isLittleEndian()) throw new Error('This machine is big endian.')
  return new webAssembly.Instance(new webAssembly.Module(Buffer.from(wasm, 'base64'))).exports as Exports
}
