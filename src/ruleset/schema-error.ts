import type { BaseIssue, GenericSchema } from 'valibot'

export type KeyPath = readonly (string | number)[]

/** What a schema complains about: the path of keys to it, and a message that names what is allowed. */
export interface SchemaError {
  readonly path: KeyPath
  readonly message: string
}

export function schemaError(
  schema: GenericSchema,
  issues: readonly [BaseIssue<unknown>, ...BaseIssue<unknown>[]],
): SchemaError {
  // A key that is misspelt is missing as well: the one that is there is what the person has to see.
  const issue = issues.find(isUnknownKey) ?? issues[0]
  const path = (issue.path ?? []).map(item => item.key as string | number)
  const key = path.at(-1)
  const name = typeof key === 'number' ? `${path.at(-2)}[${key}]` : String(key ?? 'everything')
  return { path, message: messageFor(schema, issue, path, name) }
}

function messageFor(schema: GenericSchema, issue: BaseIssue<unknown>, path: KeyPath, name: string): string {
  if (isUnknownKey(issue)) {
    return `unknown key "${name}"; allowed here: ${allowedKeys(schema, path.slice(0, -1)).join(', ')}`
  }
  // A check speaks of the value ("must be …"); a wrong type has only what was expected.
  if (issue.kind === 'validation') return `"${name}" ${issue.message}`
  const expected = (issue.expected ?? 'something else').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ', ')
  if (issue.received === 'undefined') {
    return `"${name}" is missing${issue.type === 'strict_object' ? '' : `; expected ${expected}`}`
  }
  return `"${name}" is ${issue.received}; expected ${expected.includes(',') ? `one of ${expected}` : expected}`
}

function isUnknownKey(issue: BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never'
}

/** Looks into schemas the way valibot builds them: an optional wraps, an array has an item, an object has entries. */
function allowedKeys(schema: GenericSchema, path: KeyPath): readonly string[] {
  let current = schema as { wrapped?: object; item?: object; entries?: Record<string, object> }
  for (const key of path) {
    while (current.wrapped) current = current.wrapped
    current = (typeof key === 'number' ? current.item : current.entries?.[key]) ?? {}
  }
  while (current.wrapped) current = current.wrapped
  return Object.keys(current.entries ?? {})
}
