// Compiles src/kernel/assembly (AssemblyScript) into OUT/kernel.ts and others, which hold the WebAssembly as base64.
//   node .ci/generate-kernel.mjs [outDir]
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Module → what it is called in the generated file. */
const MODULES = {
  index: ['kernel', 'KERNEL'],
  object: ['object-kernel', 'OBJECT_KERNEL'],
  pack: ['pack-kernel', 'PACK_KERNEL'],
  forest: ['forest-kernel', 'FOREST_KERNEL'],
}
const OPTIONS = [
  ...['--outFile', 'kernel.wasm'],
  ...['--runtime', 'stub'],
  ...['--enable', 'simd'],
  // No abort(): nothing here can throw, and an import would have to be given.
  ...['--use', 'abort='],
  ...['-O3', '--converge', '--noAssert'],
]

/** @param {string} outDir folder, relative to the project's root */
export async function generateKernel(outDir = 'src/generated') {
  for (const [module, names] of Object.entries(MODULES))
    await compile(`src/kernel/assembly/${module}.ts`, outDir, names)
}

async function compile(source, outDir, [file, constant]) {
  // Loaded here: the compiler takes most of a second.
  const { default: asc } = await import('assemblyscript/asc')
  let wasm
  const { error, stderr } = await asc.main([source, ...OPTIONS], {
    readFile: async (name, base) => {
      try {
        return await readFile(join(base === '.' ? ROOT : join(ROOT, base), name), 'utf8')
      } catch (cause) {
        // asc tries several names for an import and expects null for those that are not there.
        if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null
        throw cause
      }
    },
    writeFile: async (_name, contents) => {
      wasm = contents
    },
    listFiles: async () => [],
  })
  if (error || !wasm) throw new Error(`The kernel does not compile.\n${stderr?.toString() ?? ''}`, { cause: error })
  const folder = join(ROOT, outDir)
  await mkdir(folder, { recursive: true })
  const text = [
    '// Made by .ci/generate-kernel.mjs from src/kernel/assembly: do not edit.',
    `/** WebAssembly, ${wasm.length} bytes, base64. */`,
    `export const ${constant} = '${Buffer.from(wasm).toString('base64')}'`,
    '',
  ].join('\n')
  await writeFile(join(folder, `${file}.ts`), text)
}

if (argv[1] === fileURLToPath(import.meta.url)) await generateKernel(argv[2])
