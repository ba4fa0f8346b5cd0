/** By its number: to ask node for the stream makes it, which takes 3 ms. */
export const STANDARD_OUTPUT = 1
