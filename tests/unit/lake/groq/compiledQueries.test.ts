import { CompiledQueries } from '../../../../lake/groq/compiledQueries.ts'

const asked = (params: Record<string, unknown>, sourceMap: 'none' | 'full' = 'none') => ({
  query: '*[_type == $type][0...10]',
  params,
  sourceMap,
})

describe('queries made ready', () => {
  it('are kept from the second time on that they are asked with the same parameters', () => {
    const queries = new CompiledQueries()
    const first = queries.get(asked({ type: 'article' }))
    const second = queries.get(asked({ type: 'article' }))
    expect(second).not.toBe(first)
    expect(queries.get(asked({ type: 'article' }))).toBe(second)
  })

  it('are not taken for those with other parameters, nor for those whose sources are mapped', () => {
    const queries = new CompiledQueries()
    const others = [asked({ type: 'country' }), asked({ type: 'article' }, 'full')]
    for (const one of [asked({ type: 'article' }), ...others]) {
      queries.get(one)
      queries.get(one)
    }
    const article = queries.get(asked({ type: 'article' }))
    for (const other of others) expect(queries.get(other)).not.toBe(article)
  })
})
