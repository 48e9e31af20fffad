import { likenessOf } from '../../../lib/related/likeness.ts'

const likeness = likenessOf(
  new Map([
    ['dam', 'A dam breaks above the town after the storm'],
    ['dams', 'Two dams broke: the storm passed over the valley'],
    ['vote', 'Parliament votes on the budget of the year'],
    ['accents', 'Le barrage a cédé'],
    ['same', 'LE BARRAGE A CEDE'],
    ['empty', ''],
  ]),
)

describe('the likeness of two texts', () => {
  it('is greater the more rare words they share', () => {
    expect(likeness.between('dam', 'dams')).toBeGreaterThan(likeness.between('dam', 'vote'))
  })

  it('is one for the same words, whatever their case and accents', () => {
    expect(likeness.between('accents', 'same')).toBeCloseTo(1)
  })

  it('is nothing where a text is empty or unknown', () => {
    expect(likeness.between('dam', 'empty')).toBe(0)
    expect(likeness.between('dam', 'nobody')).toBe(0)
  })
})
