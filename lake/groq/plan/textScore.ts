import type { ExprNode } from 'groq-js'
import type { SoughtText } from '../searchText.ts'
import { isCall, withoutGroup } from '../syntaxTree.ts'
import { soughtBy } from './soughtText.ts'

/** `boost(… match text::query("…"), 3)`: what it scores is reckoned here as groq-js does it, see `compileScore`. */
export class TextScore {
  readonly #sought: SoughtText
  readonly #boosts: readonly number[]

  constructor(sought: SoughtText, boosts: readonly number[]) {
    this.#sought = sought
    this.#boosts = boosts
  }

  scoreOf(document: unknown): number {
    // groq-js is given it as `boost(true, relevance - 1)`, and fractions are rounded on the way.
    const found = 1 + (this.#sought.relevanceIn(document) - 1)
    return this.#boosts.reduce((score, boost) => (score > 0 ? score + boost : 0), found)
  }
}

/** Undefined for all that is not about known words alone. */
export function textScore(node: ExprNode): TextScore | undefined {
  const boosts: number[] = []
  let inner = withoutGroup(node)
  while (isCall(inner, 'global', 'boost')) {
    const [scored, boost] = inner.args
    if (!scored || boost?.type !== 'Value' || typeof boost.value !== 'number') return undefined
    boosts.unshift(boost.value)
    inner = withoutGroup(scored)
  }
  const sought = soughtBy(inner)
  return sought && new TextScore(sought, boosts)
}
