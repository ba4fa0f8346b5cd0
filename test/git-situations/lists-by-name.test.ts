import { expect, test } from 'vitest'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'
import { reportOf } from '../cli/run-keyscan.ts'

const PATH = 'etc/ppp/chap-secrets'
const line = (secret: string): string => `me@corp.net\t*\t${secret}\t*\n`

/** No literal says where a secret stands in such a list: its name does, which a history knows when it has read its trees. */
test('a list of secrets that its name alone gives away, in history and staged', async () => {
  const repository = newRepository()
  repository.commit('first', { [PATH]: `# client server secret\n${line('plum-Kettle-47')}${line('fig-Basket-31')}` })
  repository.commit('second', { [PATH]: line('fig-Basket-31'), 'other.txt': line('elm-Barrel-22') })
  const { findings } = await reportOf(repository.path, ['--history'])
  expect(findings.map(({ places }) => places.map(({ path, line, inHead }) => [path, line, inHead]))).toEqual([
    [[PATH, 2, false]],
    [
      [PATH, 3, false],
      [PATH, 1, true],
    ],
  ])
  repository.write(PATH, `${line('fig-Basket-31')}${line('oak-Ladder-59')}`)
  repository.git(['add', '-A'])
  const staged = await reportOf(repository.path, ['--staged'])
  expect(staged.findings.map(({ ruleId, places }) => [ruleId, places[0]!.line, places[0]!.column])).toEqual([
    ['login-file-ppp', 2, 15],
  ])
})
