import type { ObjectId } from '../types.ts'

/** Names a blob at a path. */
export const placeKey = (blob: ObjectId, path: string): string => `${blob} ${path}`
