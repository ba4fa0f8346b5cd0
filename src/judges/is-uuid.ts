const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`: https://www.rfc-editor.org/rfc/rfc9562#section-4 */
export function isUuid(value: string): boolean {
  return UUID.test(value)
}
