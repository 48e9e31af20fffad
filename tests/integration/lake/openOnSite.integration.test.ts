import { startLake, type TestLake } from '../../support/lake.ts'

describe('"Open on the site"', () => {
  let lake: TestLake
  beforeAll(async () => {
    lake = await startLake({ siteUrl: 'http://localhost:4000' })
  })
  afterAll(() => lake.close())

  const follow = async (path: string) => {
    const response = await fetch(`${lake.url}${path}`, { redirect: 'manual' })
    return { status: response.status, to: response.headers.get('location') }
  }

  it('leads an editor from the lake to the page on its site', async () => {
    expect(await follow('/site/articles/s%C3%A3o-tom%C3%A9')).toEqual({
      status: 302,
      to: 'http://localhost:4000/articles/s%C3%A3o-tom%C3%A9',
    })
  })

  it('leads to no other site', async () => {
    expect((await follow('/site//evil.example')).to).toBe('http://localhost:4000//evil.example')
    expect((await follow('/site/@evil.example')).to).toBe('http://localhost:4000/@evil.example')
  })
})
