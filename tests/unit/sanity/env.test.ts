import { parseEnvironment } from '../../../sanity/env.ts'

describe('the settings of the portal', () => {
  it('need no variable on one machine', () => {
    expect(parseEnvironment({})).toMatchObject({
      mode: 'embedded',
      projectId: 'meridian',
      dataset: 'production',
      apiHost: 'http://localhost:3333',
      siteUrl: 'http://localhost:3000',
      studioUrl: 'http://localhost:3333',
      readToken: undefined,
      webhookSecret: undefined,
    })
  })

  it('follow the ports', () => {
    expect(parseEnvironment({ PORT: '4000', LAKE_PORT: '4333' })).toMatchObject({
      apiHost: 'http://localhost:4333',
      siteUrl: 'http://localhost:4000',
      port: 4000,
      nextPort: 4000,
    })
    expect(parseEnvironment({ PORT: '4000', NEXT_PORT: '4001' })).toMatchObject({
      port: 4000,
      nextPort: 4001,
    })
  })

  it('are hosted with a project and no host of its own', () => {
    expect(parseEnvironment({ SANITY_PROJECT_ID: 'abc123' })).toMatchObject({
      mode: 'hosted',
      projectId: 'abc123',
      apiHost: undefined,
      studioUrl: undefined,
    })
    expect(parseEnvironment({ SANITY_PROJECT_ID: 'abc123', SANITY_API_HOST: 'http://lake:3333' }).mode).toBe(
      'embedded',
    )
  })

  it('take an empty variable for one that is not set', () => {
    expect(parseEnvironment({ SANITY_PROJECT_ID: '', PORT: '', SITE_URL: '' })).toMatchObject({
      mode: 'embedded',
      port: 3000,
    })
  })

  it('drop the slash at the end of an address', () => {
    expect(parseEnvironment({ SITE_URL: 'https://news.example/' }).siteUrl).toBe('https://news.example')
  })

  it.each([
    ['PORT', 'many'],
    ['NEXT_PORT', 'next'],
    ['LAKE_PORT', '70000'],
    ['SITE_URL', 'news.example'],
    ['WORKER_PORT', '0'],
    ['WORKER_URL', 'worker:3334'],
    ['SANITY_API_HOST', 'ftp://lake'],
    ['SANITY_PROJECT_ID', 'Not A Project'],
    ['SANITY_WEBHOOK_SECRET', 'short'],
  ])('name the variable %s when it is wrong', (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(
      `The environment variable ${name} cannot be used`,
    )
  })

  it.each(['PORT', 'LAKE_PORT', 'WORKER_PORT'])('say of a %s that no browser would ask it', (name) => {
    expect(() => parseEnvironment({ [name]: '6000' })).toThrow(
      `The environment variable ${name} cannot be used: browsers refuse to ask port 6000, which belongs to another service.`,
    )
  })

  it.each(['SITE_URL', 'STUDIO_URL', 'SANITY_API_HOST', 'WORKER_URL'])('say it of the port in %s', (name) => {
    expect(() => parseEnvironment({ [name]: 'http://localhost:4190' })).toThrow(
      `The environment variable ${name} cannot be used: browsers refuse to ask port 4190`,
    )
  })

  it('give the worker the next port after the lake that can be asked', () => {
    expect(parseEnvironment({ LAKE_PORT: '4333' }).workerPort).toBe(4334)
    expect(parseEnvironment({ LAKE_PORT: '6664' }).workerPort).toBe(6670)
  })
})
