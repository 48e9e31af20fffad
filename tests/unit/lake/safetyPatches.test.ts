import { Mutation } from '@sanity/mutator'
import { isModestPath } from '../../../lake/mutations/isModestPath.ts'
import { patchSteps } from '../../../lake/mutations/patchSteps.ts'
import { seededRandom } from '../../support/seededRandom.ts'

describe('the paths of a patch', () => {
  it.each([
    'title',
    'body[_key=="a,b..c"].children[0].text',
    'body[_key=="a\\"]"]..text',
    '..text',
    'list[0,1,2:5]',
    'list[-1]',
    'list[_key=="a", _key=="b"].v',
  ])('may be %s', (path) => {
    expect(isModestPath(path)).toBe(true)
  })

  it.each([
    'a..b..c',
    '..a..b',
    'a[0,1][0,1]',
    'a..b[0,1]',
    `a[${'0:9,'.repeat(5)}1]`,
    `a[${'1,'.repeat(100)}1]`,
    `a${'.a'.repeat(500)}`,
  ])('may not be such as %s', (path) => {
    expect(isModestPath(path)).toBe(false)
  })
})

describe('a patch in parts', () => {
  it('does what it does as a whole', () => {
    const random = seededRandom()
    const fields = Array.from({ length: 30 }, (_, place) => `f${place}`)
    const some = (value: () => unknown) =>
      Object.fromEntries(fields.filter(() => random.below(2) === 0).map((name) => [name, value()]))
    for (let round = 0; round < 200; round += 1) {
      const document = {
        _id: 'a',
        _type: 't',
        _rev: 'r',
        _createdAt: 'c',
        _updatedAt: 'u',
        ...some(() => random.below(9)),
      }
      const numbers = Object.fromEntries(fields.filter(() => random.below(3) === 0).map((name) => [name, 1]))
      const operations = {
        ...(random.below(2) && { setIfMissing: some(() => random.below(9)) }),
        ...(random.below(2) && { set: some(() => random.below(9)) }),
        ...(random.below(2) && { unset: fields.filter(() => random.below(4) === 0) }),
        ...(random.below(2) && { inc: numbers }),
        ...(random.below(2) && { dec: { f1: 3 } }),
        ...(random.below(2) && { set: { list: [1, 2, 3] }, insert: { after: 'list[-1]', items: [4] } }),
      }
      const apply = (patched: ReturnType<Mutation['apply']>, patch: object) =>
        new Mutation({ mutations: [{ patch: { id: 'a', ...patch } }] }).apply(patched)
      const whole = outcome(() => apply(document, operations))
      const parts = outcome(() =>
        patchSteps(operations).reduce<ReturnType<Mutation['apply']>>(apply, document),
      )
      expect({ seed: random.seed, done: parts }).toEqual({ seed: random.seed, done: whole })
    }
  })
})

function outcome(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}
