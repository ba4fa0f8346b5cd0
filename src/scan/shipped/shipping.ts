import type { Shipment } from '../../remedies/remedy-input.ts'
import { rulesWithoutPattern } from '../../ruleset/rules-without-pattern.ts'
import type { ValueFile } from '../../sources/known-value-files.ts'
import type { Rule, RuleSet } from '../../types.ts'
import { holdsRealSecret } from './holds-real-secret.ts'
import { isIgnoreList } from './is-ignore-list.ts'
import { shipmentsOf } from './shipments-of.ts'
import { workTree } from './work-tree.ts'

/** A `.env` that goes along with something. */
export interface Shipped {
  readonly rule: Rule
  readonly env: Pick<ValueFile, 'path' | 'ignored'>
  readonly shipment: Shipment
  /** The Dockerfile or manifest. */
  readonly text: string
}

/**
 * What a Dockerfile or manifest takes along of the `.env` files of a work tree, if this is what stands in it; undefined: there is none. Of a list of what is
 * left out: what all of them take along.
 */
export type ShippedBy = (path: string, text: string | undefined) => readonly Shipped[]

const PACKAGE_RULE = 'dotenv-in-package'

export function createShipping(
  root: string,
  files: readonly ValueFile[],
  rules: RuleSet,
  isExcluded: (path: string) => boolean,
): ShippedBy {
  const all = rulesWithoutPattern(rules, 'shipment')
  let secret: readonly ValueFile[] | undefined
  return (path, text) => {
    if (all.length === 0) return []
    // Asked only where there is a Dockerfile or a manifest among what is scanned.
    secret ??= files.filter(file => !isExcluded(file.path) && holdsRealSecret(file))
    const tree = workTree(root, { path, text })
    return secret.flatMap(env =>
      shipmentsOf(tree, env.path)
        .filter(({ file }) => file === path || isIgnoreList(path))
        .flatMap(shipment => {
          const rule = all.find(({ id }) => (id === PACKAGE_RULE) === /package|files/.test(shipment.by))
          return rule
            ? [{ rule, env: { path: env.path, ignored: env.ignored }, shipment, text: tree.text(shipment.file) ?? '' }]
            : []
        }),
    )
  }
}
