import type { Case, Opinion } from '../../types.ts'

/** Looks at a secret offline: a sum inside it, or parts that must decode. `undefined` where the form is not the one it knows. */
export type Check = (secret: string, one: Case, now?: number) => Opinion | undefined
