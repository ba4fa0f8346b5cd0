/** Whoever closed the store while it was read does not wait for what is thrown. */
export function closedError(): Error {
  return new Error('the object store was closed while it was read')
}
