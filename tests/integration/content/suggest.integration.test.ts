import { GET } from '../../../app/api/suggest/route.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startNewsroomLake()
})
afterAll(() => lake.close())

const ask = (query: string) => GET(new Request(`https://news.example/api/suggest${query}`))

describe('/api/suggest', () => {
  it('answers with labels, addresses and kinds, to be kept for a minute', async () => {
    const response = await ask('?q=arm')
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    expect(await response.json()).toEqual({
      suggestions: [{ label: 'Armenia', href: '/countries/armenia', kind: 'country' }],
    })
  })

  it.each(['', '?q=', '?q=a', '?x=arm'])('suggests nothing for %j', async (query) => {
    expect(await (await ask(query)).json()).toEqual({ suggestions: [] })
  })
})
