/** All of standard input. Waits for its end; a terminal is told how to give one. */
export async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY)
    process.stderr.write('keyscan: reading standard input; end it with Ctrl-D (Windows: Ctrl-Z, Enter).\n')
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
