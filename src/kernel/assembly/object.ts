/** The kernel of a commit hook's reader of single objects: node:zlib comes with all of streams, which takes longer to load than a hook takes to inflate. */
export { adler32 } from './crc32'
export { inflatedSize, inflateWithin, prepareInflate } from './inflate'
