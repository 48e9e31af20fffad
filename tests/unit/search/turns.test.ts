import { TooManyAtOnce, Turns } from '../../../lib/search/turns.ts'

/** Work that ends when it is told to. */
const openWork = () => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { work: () => promise, resolve, reject }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('turns', () => {
  it('are given to so many at once, and then in the order in which they came', async () => {
    const turns = new Turns({ atOnce: 1, longestLine: 5 })
    const begun: string[] = []
    const first = openWork()
    const named = (name: string, work: () => Promise<string>) =>
      turns.take(() => {
        begun.push(name)
        return work()
      })
    const all = [named('a', first.work), named('b', async () => 'B'), named('c', async () => 'C')]
    await settled()
    expect(begun).toEqual(['a'])
    first.resolve('A')
    expect(await Promise.all(all)).toEqual(['A', 'B', 'C'])
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('are refused when the line is full, and given again when it is not', async () => {
    const turns = new Turns({ atOnce: 1, longestLine: 1 })
    const first = openWork()
    const [working, waiting] = [turns.take(first.work), turns.take(async () => 'second')]
    await expect(turns.take(async () => 'third')).rejects.toThrow(TooManyAtOnce)
    first.resolve('first')
    expect(await Promise.all([working, waiting])).toEqual(['first', 'second'])
    expect(await turns.take(async () => 'fourth')).toBe('fourth')
  })

  it('go on after work that failed', async () => {
    const turns = new Turns({ atOnce: 1, longestLine: 1 })
    const first = openWork()
    const [failing, waiting] = [turns.take(first.work), turns.take(async () => 'second')]
    first.reject(new Error('no answer'))
    await expect(failing).rejects.toThrow('no answer')
    expect(await waiting).toBe('second')
  })
})
