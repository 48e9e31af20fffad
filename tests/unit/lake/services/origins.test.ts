import { originVariants } from '../../../../lake/auth/origins.ts'

describe('the spellings of an origin', () => {
  it('are all loopback names for a lake on this machine, with its port', () => {
    expect(originVariants('http://localhost:3333', 'meridian')).toEqual([
      'http://localhost:3333',
      'http://127.0.0.1:3333',
      'http://[::1]:3333',
      'http://meridian.localhost:3333',
    ])
  })

  it('are only itself for a public address', () => {
    expect(originVariants('https://lake.example.org/', 'meridian')).toEqual(['https://lake.example.org'])
  })
})
