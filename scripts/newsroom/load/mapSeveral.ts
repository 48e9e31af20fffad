/**
 * Maps in order, with at most `atOnce` running together; the next value is asked for when somebody is free to take it.
 * After the first failure no more is begun.
 */
export async function mapSeveral<In, Out>(
  values: Iterable<In>,
  atOnce: number,
  toResult: (value: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = []
  const waiting = indexed(values)
  let hasFailed = false
  const work = async () => {
    for (let next = waiting.next(); !next.done && !hasFailed; next = waiting.next())
      results[next.value.index] = await toResult(next.value.value)
  }
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((error) => {
      hasFailed = true
      throw error
    }),
  )
  await Promise.all(workers)
  return results
}

function* indexed<T>(values: Iterable<T>): Generator<{ index: number; value: T }> {
  let index = 0
  for (const value of values) {
    yield { index, value }
    index += 1
  }
}
