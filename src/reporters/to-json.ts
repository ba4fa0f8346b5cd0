/** Valid in JSON, yet obeyed, hidden or reordered by a terminal that it is printed on. */
const UNSAFE = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** JSON that is safe to print: what `JSON.stringify` leaves as it is, though a terminal would not show it, is escaped as well. */
export function toJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, undefined, indent).replace(
    UNSAFE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
