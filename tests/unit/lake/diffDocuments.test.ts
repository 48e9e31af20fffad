import { applyPatch, incremental } from 'mendoza'
import { diffDocuments } from '../../../lake/history/diffDocuments.ts'
import { type SeededRandom, seededRandom } from '../../support/seededRandom.ts'

type Fields = Record<string, unknown>

function patchBothWays(left: Fields, right: Fields) {
  const patch = diffDocuments(left, right)
  const traced = incremental.unwrap(incremental.applyPatch(incremental.wrap(left, 'a'), patch, 'b'))
  return { plain: applyPatch(structuredClone(left), patch), traced }
}

const words = ['Yerevan', 'Baku', 'Ōsaka', '日本', '🗺️ map', '', 'ceasefire', 'ø'] as const

function anyText(random: SeededRandom): string {
  return Array.from({ length: random.below(5) }, () => random.pick(words)).join(random.pick([' ', '', 'é']))
}

function anyValue(random: SeededRandom, depth: number): unknown {
  const kind = random.below(depth > 2 ? 4 : 7)
  if (kind === 0) return random.below(5)
  if (kind === 1) return random.pick([true, false, null])
  if (kind <= 3) return anyText(random)
  if (kind === 4) return anyFields(random, depth + 1)
  return Array.from({ length: random.below(5) }, () =>
    random.below(4) === 0
      ? anyText(random)
      : { _key: `k${random.below(6)}`, ...anyFields(random, depth + 1) },
  )
}

function anyFields(random: SeededRandom, depth: number): Fields {
  const names = ['headline', 'Zeta', 'a', 'body', '_type', 'é'] as const
  return Object.fromEntries(
    Array.from({ length: random.below(5) }, () => [random.pick(names), anyValue(random, depth)]),
  )
}

function changed(random: SeededRandom, value: unknown, depth = 0): unknown {
  if (random.below(3) === 0) return anyValue(random, depth)
  if (Array.isArray(value)) {
    const kept = value.filter(() => random.below(5) > 0).map((item) => changed(random, item, depth + 1))
    if (random.below(3) === 0) kept.reverse()
    return kept
  }
  if (typeof value === 'string')
    return `${value.slice(0, random.below(4))}${anyText(random)}${value.slice(2)}`
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, changed(random, part, depth + 1)]),
  )
}

describe('the effects of a change, as the Studio applies them', () => {
  it('writes one changed word as a patch of that word', () => {
    const left = { _id: 'a', headline: 'Ceasefire in sight' }
    const right = { _id: 'a', headline: 'Ceasefire not in sight' }
    const patch = diffDocuments(left, right)
    expect(patch).toEqual([11, 1, 23, 0, 10, 22, 'not ', 23, 10, 18, 15])
    expect(patchBothWays(left, right)).toEqual({ plain: right, traced: right })
  })

  it('keeps the untouched key points of a section when one is edited', () => {
    const point = (key: string, text: string) => ({ _key: key, text })
    const left = { points: [point('a', 'one'), point('b', 'two'), point('c', 'three')] }
    const right = { points: [point('a', 'one'), point('b', '2'), point('c', 'three'), point('d', 'four')] }
    const patch = diffDocuments(left, right)
    expect(JSON.stringify(patch)).not.toContain('three')
    expect(patchBothWays(left, right)).toEqual({ plain: right, traced: right })
  })

  it('empties a list and a text', () => {
    const left = { points: [1, 2], kicker: 'News' }
    const right = { points: [], kicker: '' }
    expect(patchBothWays(left, right)).toEqual({ plain: right, traced: right })
  })

  it('tells creation and deletion whole', () => {
    expect(diffDocuments(undefined, { _id: 'a' })).toEqual([0, { _id: 'a' }])
    expect(diffDocuments({ _id: 'a' }, undefined)).toEqual([0, null])
  })

  it('turns any document into any other, and back', () => {
    const random = seededRandom()
    for (let round = 0; round < 1500; round += 1) {
      const left = { _id: 'x', ...anyFields(random, 0) }
      const right: Fields = { _id: 'x', ...anyFields(random, 0), ...Object(changed(random, left)) }
      const told = { seed: random.seed, round, left, right }
      expect({ ...told, ...patchBothWays(left, right) }).toEqual({ ...told, plain: right, traced: right })
      expect({ ...told, ...patchBothWays(right, left) }).toEqual({ ...told, plain: left, traced: left })
    }
  })
})
