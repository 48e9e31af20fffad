import { planLoad } from '../../../scripts/newsroom/load/loadPlan.ts'

const country = (name: string, ...neighbours: string[]) => ({
  _id: name,
  _type: 'country',
  neighbours: neighbours.map((_ref) => ({ _type: 'reference', _ref, _key: _ref })),
})

describe('the plan of loading', () => {
  it('writes documents as they are when all they refer to is there or comes with them', () => {
    const documents = [country('armenia', 'iran'), country('iran', 'armenia', 'pakistan')]
    expect(planLoad(documents, new Set(['pakistan']))).toEqual({ batches: [documents], forwardReferring: [] })
  })

  it('writes a reference to a later transaction weakly first, and the document again at the end', () => {
    const first = country('armenia', 'iran')
    const filling = Array.from({ length: 99 }, (_, at) => country(`island-${at}`))
    const plan = planLoad([first, ...filling, country('iran', 'armenia')], new Set())
    expect(plan.batches.map((batch) => batch.length)).toEqual([100, 1])
    expect(plan.batches[0]?.[0]?.neighbours).toEqual([
      { _type: 'reference', _ref: 'iran', _key: 'iran', _weak: true },
    ])
    expect(plan.forwardReferring).toEqual([first])
  })
})
