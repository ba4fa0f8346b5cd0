/** `DB_PASSWORD`: a variable of a shell or a `.env`, which holds what is behind the equals sign. */
const SHELL_NAME = /^(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+|(?:PG)?PASSW(?:OR)?D)$/

/** Named as variables of a shell are. */
export function isShellName(name: string): boolean {
  return SHELL_NAME.test(name)
}
