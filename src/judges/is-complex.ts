/** As most rules for passwords ask. */
const SHORTEST = 8
const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]
const ENOUGH = 3

/** `P@ssw0rd123`, `Qwerty!2345`: of three kinds of characters, as somebody makes it who has to set one. */
export function isComplex(value: string): boolean {
  return value.length >= SHORTEST && KINDS.filter(kind => kind.test(value)).length >= ENOUGH
}
