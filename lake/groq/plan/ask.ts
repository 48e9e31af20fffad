import type { ExprNode } from 'groq-js'

/*
 * groq-js has no way to add functions. But `a + b` of two lists is `a.concat(b)` to it, and a parameter may
 * hold any value: a list with a `concat` of its own is a function that a tree can call with a list of arguments.
 * No query can name the parameter, for no name begins with a null character.
 */
const name = '\0ask'

/** What a tree may ask for; the arguments follow. */
export type Question = 'take' | 'count' | 'hit' | 'rank' | 'refers' | 'note'

/** A call of what `askable` was given, with these arguments as groq-js evaluates them where the call stands. */
export function askNode(question: Question, ...args: readonly ExprNode[]): ExprNode {
  const values = [{ type: 'Value' as const, value: question }, ...args]
  return {
    type: 'OpCall',
    op: '+',
    left: { type: 'Parameter', name },
    right: {
      type: 'Array',
      elements: values.map((value) => ({ type: 'ArrayElement', value, isSplat: false })),
    },
  }
}

/** The parameters that make the calls of `askNode` end in `answer`. */
export function askable(answer: (question: readonly unknown[]) => unknown): Record<string, unknown> {
  return { [name]: Object.defineProperty([], 'concat', { value: answer }) }
}
