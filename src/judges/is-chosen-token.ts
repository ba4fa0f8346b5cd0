/** From here on a token is taken for what a machine made. */
const SHORTEST_KEY = 12
/** Eight characters and more, of them letters and digits. */
const CHOSEN = /^(?=.{8})(?:.*[A-Za-z]{3}.*[0-9]{2}|.*[0-9]{2}.*[A-Za-z]{3}|(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]))/

/** `ADMIN_TOKEN=walnut84` in a `.env`: what protects a page of one's own is chosen as passwords are. */
export function isChosenToken(name: string, value: string): boolean {
  return /token$/i.test(name) && value.length < SHORTEST_KEY && CHOSEN.test(value)
}
