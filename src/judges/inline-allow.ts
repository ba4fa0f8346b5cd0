import type { Case, Judge, Match } from '../types.ts'
import { aroundBefore } from './around-before.ts'

/** `// keyscan:allow the key of the vendor's sandbox`; the reason ends with the line or the comment. */
const OWN = /keyscan:allow\b[ \t:=-]*([^\r\n]{0,200})/
const COMMENT_END = /[ \t]*(?:\*\/|-->|--\}\}|#\}|%>).*$/
/** Those of other scanners, honoured so that changing over breaks nobody's build. On the line itself. */
const OTHERS = /gitleaks:allow|pragma:\s?(?:allowlist|whitelist) secret|secretlint-disable-line/
/** On the line above. */
const OTHERS_ABOVE = /secretlint-disable-next-line|pragma:\s?(?:allowlist|whitelist) nextline secret/

/** The line on which a secret of several lines (a PEM block) begins and the one on which it ends. */
function textOutside(match: Match): string {
  const before = match.line.slice(0, Math.max(0, match.start - match.lineStart))
  const after = match.line.slice(Math.max(0, match.end - match.lineStart))
  return `${before}\n${after}`
}

function lineAbove(match: Match): string {
  const beforeMatch = aroundBefore(match)
  const before = beforeMatch.slice(0, Math.max(0, beforeMatch.length - (match.matchStart - match.lineStart)))
  const lines = before.split(/\r\n|\n|\r/)
  // The last is what stands on the match's own line, empty when `around` reaches back to its start.
  return lines.length > 1 ? lines[lines.length - 2]! : ''
}

function reasonIn(text: string): string | undefined {
  const found = OWN.exec(text)
  return found ? found[1]!.replace(COMMENT_END, '').trim() : undefined
}

/** The comment must stand outside the secret: a value cannot allow itself. */
export const inlineAllow: Judge = ({ match }: Case) => {
  const outside = textOutside(match)
  if (!mayAllow(outside) && !mayAllow(match.around)) return undefined
  const above = lineAbove(match)
  const reason = reasonIn(outside) ?? reasonIn(above)
  if (reason !== undefined) return allowed(reason)
  const other = OTHERS.exec(outside) ?? OTHERS_ABOVE.exec(above)
  return other ? allowed(other[0]) : undefined
}

function mayAllow(text: string): boolean {
  return text.includes('allow') || text.includes('secretlint') || text.includes('pragma')
}

function allowed(why: string) {
  return { says: 'drop', verdict: { allowed: true }, why } as const
}
