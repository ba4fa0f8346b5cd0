import { expect, test } from 'vitest'
import { rules } from './sightings-of.ts'

const published = rules.filter(rule => rule.severity !== 'low' && rule.kind === 'pattern')
const commands = rules.flatMap(rule => (rule.remedy.commands ?? []).map(command => [rule.id, command] as const))

test('every rule says how to end the key and what that stops', () => {
  const silent = published.filter(({ remedy }) => !remedy.revoke?.length || !remedy.rotate?.length || !remedy.effect)
  expect(silent.map(rule => rule.id)).toEqual([])
})

// Arguments show in the process list and in the shell's history. `printf` is built into the shell: what it is handed does not.
test.each(commands)('%s: no argument of a program is a secret: %s', (_, command) => {
  const programs = command.split(/\s(?:&&|\|)\s/).filter(part => !/^\(?(?:printf|read|export) /.test(part.trim()))
  for (const program of programs)
    expect(program).not.toMatch(
      /\$\{?[A-Z_]+|(?:SECRET|TOKEN|PASSWORD|KEY)(?!_ID|_UUID|_HASH|_SID|_NAME)\b(?=[^a-z]*$)/,
    )
})

test.each(commands)('%s: one line, and what is read is asked for and not echoed: %s', (_, command) => {
  expect(command).not.toContain('\n')
  if (/\bread /.test(command)) expect(command).toMatch(/^\(?printf '(?:token|address)\? ' && read -rs [A-Z_]+ && /)
})
