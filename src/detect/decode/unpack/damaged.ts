/** What is unpacked is not what a packer would have written. */
export function damaged(why: string): Error {
  return new Error(`damaged: ${why}`)
}
