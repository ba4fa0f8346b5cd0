import { constants, createInflate } from 'node:zlib'

/**
 * What lies under a stream of node:zlib. These parts are not documented, but have been what they are since Node 8, and npm's own archive reader
 * rests on them (minizlib). Whatever turns out otherwise makes `inflateQuickly` give undefined, and its caller take the documented way.
 */
interface Inflater {
  readonly _handle: {
    reset(): void
    writeSync(
      flush: number,
      input: Uint8Array,
      inputAt: number,
      inputLength: number,
      output: Uint8Array,
      outputAt: number,
      outputLength: number,
    ): void
    onerror: () => void
  }
  /** After a write: how much of the output is still free, how much of the input is left. */
  readonly _writeState: Uint32Array
}

/** Nearly every file of source code; a longer one takes so long that a new stream for it does not count. */
const OUTPUT_BYTES = 256 * 1024

let inflater: Inflater | undefined
let output: Uint8Array | undefined
let failed = false

function start(): Inflater {
  const stream = createInflate() as unknown as Inflater
  stream._handle.onerror = () => {
    failed = true
  }
  return stream
}

/**
 * What a whole zlib stream inflates to, in memory that the next call uses again. undefined: it is longer than that memory, or something is wrong
 * with it. Where something else stands behind it, its `size` must be known. `inflateSync` makes a new stream each time, which for a file of 10 kB takes twice as long as to inflate it.
 */
export function inflateQuickly(deflated: Uint8Array, size?: number): Uint8Array | undefined {
  failed = false
  try {
    inflater ??= start()
    output ??= new Uint8Array(OUTPUT_BYTES)
    const { _handle: handle, _writeState: state } = inflater
    handle.reset()
    handle.writeSync(constants.Z_FINISH, deflated, 0, deflated.length, output, 0, OUTPUT_BYTES)
    const [free, left] = state
    // The end of a stream with its check sum was seen only if there was room left.
    if (failed || free === undefined || free === 0) return undefined
    const length = OUTPUT_BYTES - free
    return (size === undefined ? left === 0 : length === size) ? output.subarray(0, length) : undefined
  } catch {
    // Another Node than we know: the caller's way is the documented one.
    return undefined
  }
}
