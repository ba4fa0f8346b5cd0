import { rawRule } from './migrate-rule.ts'
import type { Migrated } from './migrated.ts'

/** Literal where it can be, so that a pattern stands as it is. */
function string(text: string): string {
  if (/^[^'\x00-\x1f\x7f]*$/.test(text)) return `'${text}'`
  if (/^[^\x00-\x08\x0b-\x1f\x7f]*$/.test(text) && !text.includes("'''") && !/^\n|'$/.test(text)) return `'''${text}'''`
  return JSON.stringify(text).replaceAll('\x7f', '\\u007f')
}

function value(one: unknown): string {
  if (typeof one === 'string') return string(one)
  return Array.isArray(one) ? `[${one.map(value).join(', ')}]` : String(one)
}

function list(key: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`${key} = [`, ...entries.map(entry => `  ${string(entry)},`), ']']
}

/** A `.keyscan.toml` with all of it. */
export function toToml({ rules, exclude, disable }: Migrated, from: readonly string[]): string {
  const sections = [
    [`# Made by "keyscan migrate" from ${from.join(', ')}. Check the rules with: keyscan rules test`],
    list('disable', disable),
    list('exclude', exclude),
    ...rules.map(rule => ['[[rule]]', ...Object.entries(rawRule(rule)).map(([key, one]) => `${key} = ${value(one)}`)]),
  ]
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}
