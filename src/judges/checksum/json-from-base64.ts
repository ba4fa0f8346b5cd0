/** What these characters decode to, if that is a JSON object. */
export function jsonFromBase64(text: string): Readonly<Record<string, unknown>> | undefined {
  const decoded = Buffer.from(text, 'base64url').toString('utf8')
  if (!decoded.trimStart().startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(decoded)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
