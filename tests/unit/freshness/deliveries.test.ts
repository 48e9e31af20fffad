import { createDeliveries } from '../../../lib/freshness/deliveries.ts'

describe('a delivery that comes again', () => {
  it('is answered with the first receipt and does nothing anew', async () => {
    const deliveries = createDeliveries<number>(() => 0)
    let count = 0
    const deliver = async () => ++count
    const answers = await Promise.all([deliveries.once('a', deliver), deliveries.once('a', deliver)])
    expect(answers).toEqual([1, 1])
    expect(await deliveries.once('b', deliver)).toBe(2)
  })

  it('is done again when the first one failed', async () => {
    const deliveries = createDeliveries<string>(() => 0)
    const failing = async () => {
      throw new Error('no answer')
    }
    await expect(deliveries.once('a', failing)).rejects.toThrow('no answer')
    expect(await deliveries.once('a', async () => 'done')).toBe('done')
  })

  it('is forgotten after a while, so that memory stays small', async () => {
    let now = 0
    const deliveries = createDeliveries<string>(() => now)
    await deliveries.once('a', async () => 'first')
    now = 11 * 60_000
    expect(await deliveries.once('a', async () => 'second')).toBe('second')
  })
})
