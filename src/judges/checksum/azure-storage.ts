import type { Check } from './check.ts'
import { littleEndian32 } from './little-endian32.ts'
import { marvin32 } from './marvin32.ts'
import { summed } from './summed.ts'

/**
 * The four characters before the sum name the service, each has its seeds (Microsoft's security-utilities documents
 * them). A service under several seeds tells with them what the key may do.
 */
const SEEDS: Readonly<Record<string, readonly string[]>> = {
  '+ASt': ['Default0'],
  ACDb: ['MastRW00', 'MastRO00', 'SystRW00', 'SystRO00', 'SysAll00', 'Resour00', 'Encryp00'],
  '+ABa': ['AbAcct00'],
  '+AMC': ['Classic0'],
  '+ACR': ['ACRDflt0'],
  '+SQL': ['UsrPwd00'],
  '+ASb': ['Send0000', 'Manage00', 'Listen00', 'System00', 'Unknown0'],
  '+AEh': ['Send0000', 'Manage00', 'Listen00', 'System00', 'Unknown0'],
  '+ARm': ['Send0000', 'Manage00', 'Listen00', 'System00', 'Unknown0'],
  AzFu: ['Master00', 'System00', 'Functi00'],
  AzCa: ['Access00'],
  AzSe: ['Query000', 'PAdmin00'],
  AIoT: ['IoTHub00', 'DpsKey00', 'Device00'],
  APIM: ['Tenant00', 'IoTHub00', 'Gatewy00', 'GitKey00'],
}

/** Of these a wrong sum says something. The others vary more than is documented (redis replaces characters): they confirm only. */
const RECOMPUTED: ReadonlySet<string> = new Set(['+ASt', 'ACDb'])

/** Of 64, 32 or 39 bytes; the sum takes the last four, which is six characters of base64 with what it shares. */
const SUM_CHARACTERS = 6
const SUM_BYTES = 4

/** The last four bytes decoded are Marvin32 of those before. Keys of before 2021 have no signature and no sum: nothing is said. */
export const azureStorage: Check = secret => {
  const text = secret.replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/')
  const signature = text.slice(-SUM_CHARACTERS - 4, -SUM_CHARACTERS)
  const seeds = SEEDS[signature]
  if (!seeds || !/^[A-Za-z0-9+/]{40,90}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  const body = bytes.subarray(0, -SUM_BYTES)
  const sum = bytes.subarray(-SUM_BYTES)
  const holds = seeds.some(seed => littleEndian32(marvin32(body, seed)).equals(sum))
  return holds || RECOMPUTED.has(signature) ? summed(holds) : undefined
}
