import { createRandom, randomText } from '../../src/ruleset/random.ts'

const LETTERS = 'abcdefghijkmnopqrstuvwxyz'
const DIGITS = '0123456789'
const ALNUM = `${LETTERS}${LETTERS.toUpperCase()}${DIGITS}`

/** What people choose when they have to: nothing that stands in a list of the passwords that everybody tries first. */
const CHOSEN = ['walnut', 'Harbour', 'pelican', 'Thursday', 'kestrel', 'Lantern']

type Make = (random: () => number, argument: string) => string

const text =
  (alphabet: string): Make =>
  (random, n) =>
    randomText(random, alphabet, Number(n))

const MAKERS: Readonly<Record<string, Make>> = {
  /** As a machine makes them: of every kind, signs that need no quotes. */
  pw: (random, n) => `${randomText(random, ALNUM, Number(n || 11))}k7T`,
  /** As a person does: a word and two digits. */
  chosen: random => `${CHOSEN[Math.floor(random() * CHOSEN.length)]}${10 + Math.floor(random() * 89)}`,
  /** Letters alone. */
  word: random =>
    `${CHOSEN[Math.floor(random() * CHOSEN.length)]}${CHOSEN[Math.floor(random() * CHOSEN.length)]}`.toLowerCase(),
  /** Words with something between, or a capital each. */
  phrase: random => {
    const words = [0, 1, 2].map(() => CHOSEN[Math.floor(random() * CHOSEN.length)]!)
    const joined = words.map(word => word.toLowerCase()).join(random() < 0.5 ? '-' : '_')
    return random() < 0.5 ? joined : words.map(word => word[0]!.toUpperCase() + word.slice(1)).join('')
  },
  /** Everybody tries these first, and yet they are in use. */
  weak: random =>
    `${['secret', 'dragon', 'welcome', 'pass'][Math.floor(random() * 4)]}${100 + Math.floor(random() * 899)}`,
  alnum: (random, n) => `${randomText(random, ALNUM, Number(n) - 1)}7`,
  hex: text('0123456789abcdef'),
  HEX: text('0123456789ABCDEF'),
  digits: text(DIGITS),
  /** Base64 of a text made here: `b64:user:` puts a user before the password. */
  b64: (random, user) => Buffer.from(`${user}${randomText(random, ALNUM, 12)}k7T`).toString('base64'),
  b64word: random => Buffer.from(`${randomText(random, LETTERS, 9)}84`).toString('base64'),
}

export interface Filled {
  readonly text: string
  readonly secrets: readonly string[]
}

/** `⟦pw⟧`, `⟦alnum:32⟧`: each is a secret made here, and must be found. */
export function fillIn(template: string, seed: number): Filled {
  const random = createRandom(seed * 7919 + template.length)
  const secrets: string[] = []
  const filled = template.replace(/⟦([A-Za-z0-9]+):?([^⟧]*)⟧/g, (_, kind: string, argument: string) => {
    const secret = MAKERS[kind]!(random, argument)
    secrets.push(secret)
    return secret
  })
  return { text: filled, secrets }
}
