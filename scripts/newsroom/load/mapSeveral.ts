/** Maps in order, with at most `atOnce` running together; the first failure ends it. */
export async function mapSeveral<In, Out>(
  values: In[],
  atOnce: number,
  toResult: (value: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = []
  const waiting = [...values.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await toResult(next[1])
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, values.length) }, work))
  return results
}
