import { monthsOfChart } from '../../../lib/model/coverage.ts'

describe('the months of a coverage chart', () => {
  const now = new Date('2026-11-26T12:00:00Z')

  it('are the two years up to this month, and the month after it as the end', () => {
    const months = monthsOfChart('2026-03-01T00:00:00Z', now)
    expect(months).toHaveLength(25)
    expect([months[0], months[23], months[24]]).toEqual(['2024-12', '2026-11', '2026-12'])
  })

  it('end with the newest article where that is more than a year ago', () => {
    const months = monthsOfChart('2023-10-31T23:59:00Z', now)
    expect([months[0], months[23]]).toEqual(['2021-11', '2023-10'])
  })
})
