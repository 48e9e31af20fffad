import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRenderCache } from '../../../../lake/assets/renderCache.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-cache-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Makes a picture of so many bytes and counts how often that happened. */
function maker(size: number) {
  const made = { times: 0 }
  const make = async () => {
    made.times += 1
    return Buffer.alloc(size, 'x')
  }
  return { made, make }
}

describe('the store of finished pictures', () => {
  it('makes one once when many ask at the same time, and again after a failure', async () => {
    const cache = openRenderCache(folder, 1000)
    const { made, make } = maker(10)
    await Promise.all(Array.from({ length: 10 }, () => cache.get('a', 'w=1', make)))
    expect(made.times).toBe(1)
    const failing = cache.get('a', 'w=2', () => Promise.reject(new Error('broken picture')))
    await expect(failing).rejects.toThrow('broken picture')
    await cache.get('a', 'w=2', make)
    expect(made.times).toBe(2)
  })

  it('knows after a restart what it has', async () => {
    const { made, make } = maker(10)
    await openRenderCache(folder, 1000).get('a', 'w=1', make)
    expect((await openRenderCache(folder, 1000).get('a', 'w=1', make)).length).toBe(10)
    expect(made.times).toBe(1)
  })

  it('stays within its size: what was not asked for longest goes first', async () => {
    const cache = openRenderCache(folder, 25)
    const { made, make } = maker(10)
    await cache.get('a', 'one', make)
    await cache.get('a', 'two', make)
    await cache.get('a', 'one', make)
    await cache.get('a', 'three', make)
    expect(await readdir(folder)).toHaveLength(2)
    await cache.get('a', 'one', make)
    expect(made.times).toBe(3)
    await cache.get('a', 'two', make)
    expect(made.times).toBe(4)
  })

  it('makes a picture again that somebody removed from the disk', async () => {
    const cache = openRenderCache(folder, 1000)
    const { made, make } = maker(10)
    await cache.get('a', 'one', make)
    for (const name of await readdir(folder)) await rm(join(folder, name))
    expect((await cache.get('a', 'one', make)).length).toBe(10)
    expect(made.times).toBe(2)
  })

  it('removes what was made from one original and nothing else', async () => {
    const cache = openRenderCache(folder, 1000)
    const { make } = maker(10)
    await cache.get('a', 'one', make)
    await cache.get('a', 'two', make)
    await cache.get('ab', 'one', make)
    await cache.removeGroup('a')
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^ab\./)])
  })
})
