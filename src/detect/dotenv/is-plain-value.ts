import { isSignsOnly } from '../../findings/is-signs-only.ts'
import { utf8FromLatin1 } from '../utf8-from-latin1.ts'

/** Settings that protect nothing: whole values of a form of their own. */
const SETTINGS: readonly RegExp[] = [
  /^(?:true|false|yes|no|on|off|null|none|nil|undefined|auto|default|enabled?|disabled?|optional|required|memory|empty|unset|n\/a)$/i,
  /^[-+]?[0-9][0-9_.,]*(?:ms|s|m|h|d|w|y|b|kb?|mb?|gb?|%|px|rem)?$/i,
  /^(?:v|\^|~)?\d+\.\d+(?:\.\d+)?(?:[-+][\w.-]{1,30})?$/,
  /^\d{4}-\d\d-\d\d(?:[T ].*)?$/,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  /^"?[^<"]{0,60}"? ?<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>$/,
  /^(?:[a-z0-9-]+\.)+[a-z]{2,12}(?::\d{1,5})?(?:,(?:[a-z0-9-]+\.)+[a-z]{2,12}(?::\d{1,5})?)*$/i,
  /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[?::1?\]?)(?::\d{1,5})?$/i,
  /^(?:\.{1,2}|~)\/|^[A-Za-z]:\\|^\/(?:[a-z0-9._-]+\/?)*$|^\/(?:Users|Applications|Library)\//,
  /^[\w./-]+\.(?:json|ya?ml|toml|ini|conf|pem|key|crt|cer|p12|pfx|jks|txt|log|db|sqlite3?|sock|js|ts|py|sh|html?|md|csv)$/i,
  /^(?:us|eu|ap|sa|ca|me|af|il)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)[a-z]*-?\d(?:[a-z])?$/,
  /^arn:[a-z-]+:[a-z0-9-]*:/,
  // An image of a container: `registry.corp.net/shop:3d3f6c11e505`.
  /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?\/)[a-z0-9._/-]+:[\w.-]{1,128}$/,
  // Ids of what AWS and Stripe keep: a group, a network, a price.
  /^(?:(?:sg|subnet|vpc|ami|i|vol|eni|igw|nat|rtb|snap|acl|eipalloc|lt|tgw|fs|vpce)-[0-9a-f]{8,17},?)+$/,
  /^(?:price|prod|plan|acct|cus|sub)_[A-Za-z0-9]{14,24}$/,
  /^ssh-(?:rsa|ed25519) |^ecdsa-sha2-|^-----BEGIN (?:RSA )?(?:PUBLIC KEY|CERTIFICATE)/,
]

/** Filled in by something else, or by whoever copies the file. */
const TEMPLATE =
  /\$\{[^}]*\}|^\$\{|\$\(|\{\{|#\{|<%|%\([A-Za-z]|^\$[A-Za-z_]\w*$|^%\w+%$|^%[a-z][a-z_]*(?:\.[a-z_]+)+%|^<[^>]*>$|^\[[^\]]*\]$|^\{[^}"]*\}$|^__\w+__$|^@[\w.]+@$|^(?:cat|head|pass|gopass|openssl|vault|aws|gcloud|kubectl|security|op|bw|grep) (?:[-/~]|show |get |read |rand )|^(?:op|vault|sm|ssm|awssm|secretsmanager|gcp|azurekv|ref\+\w+|encrypted):/
const PLACEHOLDER =
  /change[-_ ]?(?:me|this|it)(?![a-z])|replace[-_ ]?(?:me|this|with)|your[-_ ]|^your(?:api|secret|token|key|pass)|example|placeholder|dummy|redacted|not[-_ ]?a?[-_ ]?(?:real|valid|secret)(?![a-z])|(?:key|token|secret|password|value)[-_ ]?(?:goes[-_ ]?)?here|x{4,}|\*{3}|\.{3}|^(?:todo|tbd|fixme|fake|insert|sample)(?![a-z])|(?<![a-z])(?:insert|enter|put|add|paste)[-_ ](?:your|the|here)/i
const ONE_CHARACTER = /^(.)\1*$/s
/** Cut by whoever wrote it. */
const ELLIPSIS = /\u2026/

/** Nobody writes longer ones, and a long random value has such letters by chance. */
const LONGEST_PLACEHOLDER = 200

/** A value (bytes read as latin1) that is a setting, a template or a placeholder: nothing that anybody has to keep. */
export function isPlainValue(value: string): boolean {
  const text = utf8FromLatin1(value).trim()
  return (
    text === '' ||
    ONE_CHARACTER.test(text) ||
    isSignsOnly(text) ||
    ELLIPSIS.test(text.slice(0, LONGEST_PLACEHOLDER)) ||
    TEMPLATE.test(text) ||
    SETTINGS.some(form => form.test(text)) ||
    PLACEHOLDER.test(text.slice(0, LONGEST_PLACEHOLDER))
  )
}
