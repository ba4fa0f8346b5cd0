import { posix } from 'node:path'
import type { Shipment } from '../../remedies/remedy-input.ts'
import { bakedIn } from './baked-in.ts'
import { type Build, buildsIn } from './builds-in.ts'
import { isLeftOut } from './is-left-out.ts'
import { isDockerfile } from './is-manifest.ts'
import { stagesIn } from './stages-in.ts'
import type { WorkTree } from './work-tree.ts'

const COMPOSE = /^(?:docker-|podman-)?compose(?:[._-][\w.-]+)?\.ya?ml$/i
/** Where people put Dockerfiles that are built in the folder above. */
const SIDE_FOLDERS = ['docker', '.docker', 'build', 'deploy', 'deployment', 'container', 'containers', 'ops', 'infra']

const isGlob = (source: string): boolean => /[*?[$]/.test(source)

/** Is all there that it names? With nothing named nobody knows. */
function fits(tree: WorkTree, context: string, dockerfile: string): boolean {
  const named = stagesIn(dockerfile)
    .flatMap(({ copies }) => copies.filter(({ from }) => from === undefined))
    .flatMap(({ sources }) => sources)
    .filter(source => !isGlob(source) && !/^(?:\.?\/?)$/.test(source))
  return named.length > 0 && named.every(source => tree.has(posix.join(context, source)))
}

/** Builds that may take something of this folder: those of compose files in it, its own Dockerfiles, and those in a folder beside. */
function buildsFor(tree: WorkTree, folder: string): readonly Build[] {
  const names = tree.names(folder)
  const composed = names
    .filter(name => COMPOSE.test(name))
    .flatMap(name => buildsIn(tree.text(posix.join(folder, name)) ?? ''))
    .map(build => ({
      ...build,
      context: posix.join(folder, build.context),
      dockerfile: posix.join(folder, build.dockerfile),
    }))
  const own = names
    .filter(isDockerfile)
    .map(name => ({ context: folder, dockerfile: posix.join(folder, name), target: '' }))
  const beside = names
    .filter(name => SIDE_FOLDERS.includes(name.toLowerCase()))
    .flatMap(side => tree.names(posix.join(folder, side)).map(name => posix.join(folder, side, name)))
    .filter(path => isDockerfile(posix.basename(path)) && fits(tree, folder, tree.text(path) ?? ''))
    .map(dockerfile => ({ context: folder, dockerfile, target: '' }))
  const isComposed = ({ dockerfile }: Build): boolean => composed.some(build => build.dockerfile === dockerfile)
  return [...composed, ...[...own, ...beside].filter(build => !isComposed(build))]
}

function ignoreFileOf(tree: WorkTree, { context, dockerfile }: Build): string {
  const inContext = posix.join(context, '.dockerignore')
  const all = [`${dockerfile}.dockerignore`, `${dockerfile}.containerignore`, posix.join(context, '.containerignore')]
  return all.find(tree.has) ?? inContext
}

/** Images that a file goes into when they are built in `folder`, which is above it. */
export function imagesOf(tree: WorkTree, folder: string, path: string): readonly Shipment[] {
  return buildsFor(tree, folder).flatMap((build): readonly Shipment[] => {
    const { context, dockerfile, target } = build
    const inside = posix.relative(context, path)
    const text = tree.text(dockerfile)
    if (text === undefined || inside.startsWith('../')) return []
    const ignoreFile = ignoreFileOf(tree, build)
    if (isLeftOut(tree.text(ignoreFile) ?? '', inside, false)) return []
    const baked = bakedIn(text, inside, target)
    if (!baked) return []
    return [{ by: baked.byName ? 'copy' : 'context', file: dockerfile, line: baked.line, path: inside, ignoreFile }]
  })
}
