import type { ExprNode } from 'groq-js'

/** The name under which `run/functions.ts` has a function that groq-js lacks. */
export function usesOf({ namespace, name }: ExprNode & { type: 'FuncCall' }): string | undefined {
  return offered.has(`${namespace}::${name}`) ? `${namespace}::${name}` : undefined
}

const offered = new Set(['geo::latLng', 'geo::distance', 'geo::contains', 'geo::intersects'])
