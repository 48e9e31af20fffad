import { mapSeveral } from '../../../scripts/newsroom/load/mapSeveral.ts'

/** Values that say how many of them were asked for. */
function counting(count: number) {
  const asked = { count: 0 }
  function* values() {
    for (let value = 1; value <= count; value += 1) {
      asked.count += 1
      yield value
    }
  }
  return { asked, values: values() }
}

describe('mapping several at once', () => {
  it('answers in the order of the values, whoever is ready first', async () => {
    const slowFirst = async (value: number) => {
      for (let turn = value; turn < 4; turn += 1) await Promise.resolve()
      return value * 10
    }
    expect(await mapSeveral([1, 2, 3], 3, slowFirst)).toEqual([10, 20, 30])
  })

  it('asks for no value before somebody is free to take it, so that they need not all be in memory', async () => {
    const { asked, values } = counting(100)
    let [done, most] = [0, 0]
    await mapSeveral(values, 4, async () => {
      most = Math.max(most, asked.count - done)
      await Promise.resolve()
      done += 1
    })
    expect([done, most]).toEqual([100, 4])
  })

  it('begins nothing more after a failure, and fails with it', async () => {
    const { asked, values } = counting(100)
    const work = async (value: number) => {
      await Promise.resolve()
      if (value === 3) throw new Error('the third')
    }
    await expect(mapSeveral(values, 2, work)).rejects.toThrow('the third')
    expect(asked.count).toBeLessThan(7)
  })
})
