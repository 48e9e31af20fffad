import { type QueryLimits, usualLimits as usualQueryLimits } from './groq/queryLimits.ts'
import { type LakeLimits, usualLimits } from './limits.ts'

export interface GivenLimits {
  limits: Partial<LakeLimits>
  queryLimits: Partial<QueryLimits>
}

/**
 * Limits as an operator writes them: `guestRequests=2000 writes=5000 budget=2000`. The names are those of `limits.ts` and
 * `groq/queryLimits.ts`. `wrong` is a sentence for the operator.
 */
export function parseLimits(text: string): GivenLimits | { wrong: string } {
  const pairs = text.split(/[\s,]+/).filter((pair) => pair !== '')
  const given: GivenLimits = { limits: {}, queryLimits: {} }
  for (const pair of pairs) {
    const [, name = '', digits] = /^(\w+)=(\d{1,12})$/.exec(pair) ?? []
    const value = Number(digits)
    if (digits === undefined || value === 0) return { wrong: `"${pair}" is not of the form name=number` }
    if (Object.hasOwn(usualLimits, name)) Object.assign(given.limits, { [name]: value })
    else if (Object.hasOwn(usualQueryLimits, name)) Object.assign(given.queryLimits, { [name]: value })
    else return { wrong: `there is no limit "${name}", only ${names()}` }
  }
  return given
}

function names(): string {
  return [...Object.keys(usualLimits), ...Object.keys(usualQueryLimits)].join(', ')
}
