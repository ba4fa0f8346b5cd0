const USER =
  /\b(?:db_?|ftp_?|ssh_?)?(?:user(?:_?name|_?id)?|login|uid)\b["']?\s{0,8}(?:[:=]|=>)\s{0,8}["']?[A-Za-z0-9]/i
const HOST =
  /\b(?:db_?)?(?:host(?:_?name)?|server|port|database|db_?name|dialect|adapter|driver|engine|endpoint|remote_?path)\b["']?\s{0,8}(?:[:=]|=>)\s{0,8}["']?[A-Za-z0-9]/i
const NETWORK = /\bssid\b["']?\s{0,8}[:=]\s{0,8}["']?[A-Za-z0-9]/i

/** A user and a host, or the name of a wireless network, are set near it: what stands there logs in. */
export function isBesideLogin(around: string): boolean {
  return (USER.test(around) && HOST.test(around)) || NETWORK.test(around)
}
