const DOCKERFILE =
  /^(?:Dockerfile|Containerfile)(?:\.(?!(?:docker|container)ignore$).+)?$|\.(?:Dockerfile|Containerfile)$/i

export function isDockerfile(name: string): boolean {
  return DOCKERFILE.test(name)
}

/** Does a file of this path say what goes along with something else? */
export function isManifest(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name === 'package.json' || isDockerfile(name)
}
