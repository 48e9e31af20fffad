import { DateTime } from 'groq-js'

const rank = { datetime: 1, number: 2, string: 3, boolean: 4, other: 100 } as const

/** As GROQ's `order()` compares: times, numbers, strings, truths, and last all else, which is equal. Source: the GROQ specification, total comparison. */
export function compareValues(one: unknown, other: unknown): number {
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (one instanceof DateTime && other instanceof DateTime) return one.compareTo(other)
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other)
  return rank[kindOf(one)] - rank[kindOf(other)]
}

function kindOf(value: unknown): keyof typeof rank {
  if (value instanceof DateTime) return 'datetime'
  const kind = typeof value
  return kind === 'number' || kind === 'string' || kind === 'boolean' ? kind : 'other'
}
