// What was judged by eye, once: bench/accuracy/labels.jsonl, a line for each finding, without its value.
import { existsSync, readFileSync } from 'node:fs'

const FILE = new URL('labels.jsonl', import.meta.url)

const keyOf = ({ repository, commit, path, line }) => [repository, commit, path, line].join('\0')

/** `({ repository, ruleId, places }) => { verdict, why } | undefined`. A rule may get another name: then what was said of the place counts. */
export function readLabels() {
  const labels = new Map()
  const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n').filter(Boolean) : []
  for (const label of lines.map(line => JSON.parse(line))) {
    labels.set(`${keyOf(label)}\0${label.rule}`, label)
    if (!labels.has(keyOf(label))) labels.set(keyOf(label), label)
  }
  return ({ ruleId, places }, repository) => {
    const keys = places.map(place => keyOf({ ...place, repository }))
    const exact = keys.map(key => labels.get(`${key}\0${ruleId}`)).find(Boolean)
    return exact ?? keys.map(key => labels.get(key)).find(Boolean)
  }
}
