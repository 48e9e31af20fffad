import { parseSettings } from '../../../../lake/settings.ts'

describe('the lake’s settings', () => {
  it('have defaults for one machine', () => {
    expect(parseSettings({})).toMatchObject({
      port: 3333,
      host: undefined,
      publicUrl: 'http://localhost:3333',
      siteUrl: 'http://localhost:3000',
      projectId: 'meridian',
      dataset: 'production',
    })
  })

  it('take the public address from the port unless it is given, without a slash at its end', () => {
    expect(parseSettings({ LAKE_PORT: '4444' }).publicUrl).toBe('http://localhost:4444')
    expect(parseSettings({ LAKE_PUBLIC_URL: 'https://lake.example.org/' }).publicUrl).toBe(
      'https://lake.example.org',
    )
  })

  it('count an empty variable as absent', () => {
    expect(parseSettings({ LAKE_PORT: '', LAKE_HOST: '' })).toMatchObject({ port: 3333, host: undefined })
  })

  it.each([
    ['LAKE_PORT', '99999'],
    ['LAKE_PORT', 'http'],
    ['SITE_URL', 'localhost:3000'],
    ['SANITY_DATASET', 'Produktion!'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s when it is “%s”', (name, value) => {
    expect(() => parseSettings({ [name]: value })).toThrow(`${name} is "${value}"`)
  })
})
