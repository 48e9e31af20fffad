/** Functions of GROQ that groq-js parses and does not have. */
export function callFunction(_name: string, _values: readonly unknown[]): unknown {
  return null
}
