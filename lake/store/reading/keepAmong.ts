/** The numbers of a list that are among others, in the order of the list. */
export function* keepAmong(list: Uint32Array, others: Uint32Array): Generator<{ number: number }> {
  const last = others.reduce((one, other) => Math.max(one, other), 0)
  const isAmong = new Uint8Array(last + 1)
  for (const number of others) isAmong[number] = 1
  for (const number of list) if (isAmong[number] === 1) yield { number }
}
