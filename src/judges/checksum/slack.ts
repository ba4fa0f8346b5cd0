import type { Check } from './check.ts'

const TOKEN = /^xox[a-z](?:-\d)?-(.+)$/
const NUMBER = /^[A-Z]?\d{9,15}$/

/** `xoxb-` team `-` bot `-` secret: the parts before the last are numbers. Refresh and configuration tokens are in one part. */
export const slack: Check = secret => {
  const form = TOKEN.exec(secret)
  if (!form || !/^xox[abposr]-\d/.test(secret)) return undefined
  const parts = form[1]!.split('-')
  if (parts.length < 3) return undefined
  const numbers = parts.slice(0, -1)
  if (!numbers.every(part => NUMBER.test(part))) {
    return { says: 'lower', verdict: { structure: 'invalid' }, why: 'its parts are not the numbers that Slack gives' }
  }
  return { says: 'raise', verdict: { structure: 'valid' }, why: 'its parts are the numbers that Slack gives' }
}
