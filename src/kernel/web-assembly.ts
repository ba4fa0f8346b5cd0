/** As much of WebAssembly as is used here; it is in no type library without the DOM's. `undefined` where Node runs without it (--jitless). */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object
  readonly validate: (bytes: Uint8Array) => boolean
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

export const webAssembly = (globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly
