/** Names the sources that a build was made from: .ci/build.mjs puts a hash of them here. Between releases they change, and the version does not. */
export const BUILD: string = 'sources'
