import { getBuiltinModule } from 'node:process'
import type { ObjectId } from '../types.ts'

const PREFIX = 'name:'

/**
 * Names of files and refs are looked into like blobs but are no objects. This is what they go by between a source and attribution, which
 * must find the name again without the name being the key: it may hold a secret. `name`: of a file as decodePath gives it.
 */
export function nameId(name: string): ObjectId {
  return PREFIX + getBuiltinModule('node:crypto').createHash('sha1').update(name).digest('hex')
}

export function isNameId(id: ObjectId): boolean {
  return id.startsWith(PREFIX)
}
