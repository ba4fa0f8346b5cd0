import type { Judge } from '../types.ts'
import { inlineAllow } from './inline-allow.ts'
import { minEntropy } from './min-entropy.ts'
import { monotone } from './monotone.ts'

/** In the order they are asked: those that drop most and cost least come first. */
export const JUDGES: readonly Judge[] = [minEntropy, inlineAllow, monotone]
