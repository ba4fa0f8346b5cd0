/** The kernel of the pack reader: all that is done for each object of a history. A module of its own, so that a commit hook does not pay for it. */
export { applyDelta, copiesIn, deltaResultSize } from './apply-delta'
export { adler32, crc32, prepareCrc32 } from './crc32'
export { allStretches, changedStretches, findInDelta, liveHits, marksAmong } from './find-in-delta'
export { inflate, prepareInflate } from './inflate'
export { keptRuns, newEntries, treeEntries } from './tree-entries'
