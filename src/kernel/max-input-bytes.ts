/** Positions are 32 bits wide. */
export const MAX_INPUT_BYTES = 0xffff_ffff
