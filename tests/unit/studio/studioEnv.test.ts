import { parseStudioEnv } from '../../../sanity/studio/studioEnv.ts'

const here = 'http://localhost:4001'

describe('where the Studio finds its content', () => {
  it('is the lake that served it, when nothing is said', () => {
    expect(parseStudioEnv({}, here)).toEqual({
      projectId: 'meridian',
      dataset: 'production',
      siteUrl: `${here}/site`,
      lakeHost: here,
    })
  })

  it('is a lake elsewhere, when its address is given', () => {
    expect(parseStudioEnv({ SANITY_STUDIO_API_HOST: 'https://lake.example/' }, here).lakeHost).toBe(
      'https://lake.example',
    )
  })

  it('is the hosted service for a project of its own', () => {
    const env = parseStudioEnv({ SANITY_STUDIO_PROJECT_ID: 'abc12345', SANITY_STUDIO_DATASET: '' }, here)
    expect(env.lakeHost).toBeUndefined()
    expect(env.siteUrl).toBe('http://localhost:3000')
    expect(env.dataset).toBe('production')
  })

  it('links to the site that it was built for', () => {
    expect(parseStudioEnv({ SANITY_STUDIO_SITE_URL: 'https://news.example/' }, here).siteUrl).toBe(
      'https://news.example',
    )
  })

  it('cannot be a wrong address, and the fault names the variable', () => {
    expect(() => parseStudioEnv({ SANITY_STUDIO_API_HOST: 'localhost:3333' }, here)).toThrow(
      /^SANITY_STUDIO_API_HOST is not an address/,
    )
    expect(() => parseStudioEnv({ SANITY_STUDIO_PROJECT_ID: 'My Project' }, here)).toThrow(
      /^SANITY_STUDIO_PROJECT_ID may have small letters/,
    )
  })
})
