import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { bundleIslands, findIslands } from '../../../scripts/build/islands.ts'

const kilobyte = 1024

describe('the script of the readers’ pages', () => {
  it('is at most 5 kB compressed, with every custom element in it', async () => {
    const module = await bundleIslands()
    expect(gzipSync(module).length).toBeLessThanOrEqual(5 * kilobyte)
    const defined = [...module.matchAll(/customElements\.define\("([a-z-]+)"/g)].map(([, name]) => name)
    expect(defined).toHaveLength(findIslands().length)
    expect(new Set(defined).size).toBeGreaterThan(8)
  })

  it('has all its elements in the types of the markup', () => {
    const types = readFileSync('components/customElements.d.ts', 'utf8')
    const elements = findIslands().map(
      (file) => /customElements\.define\('([a-z-]+)'/.exec(readFileSync(file, 'utf8'))?.[1],
    )
    expect(elements.filter((name) => !types.includes(`'${name}': Island`))).toEqual([])
  })

  it('leaves reading offline to a worker of less than 3 kB', () => {
    expect(readFileSync('public/sw.js').length).toBeLessThan(3 * kilobyte)
  })
})
