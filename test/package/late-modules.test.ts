import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { newRepository } from '../../fixtures/repositories/new-repository.ts'

const { lateModules } = await import(new URL('../../.ci/late-modules.mjs', import.meta.url).href)

test('modules of Node are asked for when something in them is used', () => {
  const code =
    'var import_node_fs=require("node:fs"),import_node_zlib=require("node:zlib");(0,import_node_zlib.gunzipSync)(x);new import_node_zlib.Gunzip(y)'
  expect(lateModules(code)).toBe(
    'var import_node_fs=require("node:fs"),import_node_zlib=()=>require("node:zlib");(0,import_node_zlib().gunzipSync)(x);new(import_node_zlib().Gunzip)(y)',
  )
})

/** Node's own streams alone take two milliseconds to load. Of what is bundled otherwise (test/build-bin.ts) each module is loaded at once. */
test.skipIf(!process.env.KEYSCAN_BIN)('a clean commit loads neither streams nor processes of Node', () => {
  const repository = newRepository()
  repository.write('a.ts', 'export const one = 1\n'.repeat(1000))
  repository.git(['add', '.'])
  const list = join(repository.path, '.git', 'list.cjs')
  writeFileSync(list, "process.on('exit', () => require('node:fs').writeSync(2, process.moduleLoadList.join('\\n')))\n")
  const { status, stderr } = spawnSync(process.execPath, ['-r', list, inject('bin'), '--staged'], {
    cwd: repository.path,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(stderr.split('\n')).toContain('NativeModule fs')
  expect(stderr).not.toMatch(/^NativeModule (?:stream|zlib|child_process|crypto|os|v8|tty|util\/parse_args)$/m)
})
