import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRepository, type TestRepository } from '../../fixtures/repositories/create-repository.ts'
import { audit, expectTheSame } from './audit.ts'

/** Of a menu of GRUB, a password only in a folder of that name: rules/daemon.toml. */
const MENU = 'set superusers=root\npassword root walnut84otter\n'
const FOUND = expect.stringContaining('daemon-grub')

let repository: TestRepository
beforeEach(() => {
  repository = createRepository()
})
afterEach(() => repository.dispose())

/** Packed, so that threads of the direct engine come by the trees, not the reader of loose objects. */
const pack = (): string => repository.git(['repack', '-adq'])

test('a file counts where it stands in the folder that its rule asks for, and each audit says so', async () => {
  repository.commit('in its folder', { 'boot/grub.d/40_custom': MENU, 'a.txt': 'a\n' })
  for (const packed of [false, true]) {
    if (packed) pack()
    for (const _ of [1, 2]) expect((await expectTheSame(repository)).found).toEqual([FOUND])
  }
})

test('of the same name elsewhere nothing is told, until it is moved to such a folder', async () => {
  repository.commit('elsewhere', { 'boot/menus/40_custom': MENU })
  pack()
  expect((await audit(repository.path)).found).toEqual([])
  repository.git(['mv', 'boot/menus', 'boot/grub.d'])
  repository.commit('moved as it is')
  expect((await expectTheSame(repository)).found).toEqual([FOUND])
  pack()
  expect((await expectTheSame(repository)).found).toEqual([FOUND])
})

test('a file that comes to a folder which was there before', async () => {
  repository.commit('the folder', { 'boot/grub.d/README': 'nothing\n' })
  pack()
  expect((await audit(repository.path)).found).toEqual([])
  repository.commit('the file', { 'boot/grub.d/40_custom': MENU })
  expect((await expectTheSame(repository)).found).toEqual([FOUND])
})
