import { evaluateSync, parse } from 'groq-js'
import { compileQuery, compileScan } from '../../../../lake/groq/plan/compileQuery.ts'
import { evaluateQuery, scanDocuments } from '../../../../lake/groq/run/evaluateQuery.ts'
import type { Condition } from '../../../../lake/store/selection.ts'
import { type SeededRandom, seededRandom } from '../../../support/seededRandom.ts'
import { anyStored, perspectives, seen } from './anyDocuments.ts'
import { AnyQuery, params } from './anyQuery.ts'
import { MemorySource } from './memorySource.ts'

const rounds = Number(process.env.QUERY_ROUNDS) || 400
const scope = {
  identity: 'me',
  sanity: { projectId: 'p', dataset: 'd' },
  now: new Date('2026-01-20T12:00:00Z'),
}
const kinds = ['type', 'id', 'idPrefix', 'group', 'slug', 'reference', 'date', 'defined', 'text'] as const

/** Indexes as a lake may have them: each kind there or not. */
function anyIndexes(random: SeededRandom) {
  const known = new Set(kinds.filter(() => random.below(6) > 0))
  const orders = random.below(3) > 0
  return {
    has: (condition: Condition) => known.has(condition.by),
    canOrder: () => orders,
    counts: random.below(3) > 0,
  }
}

/** As text, for the order of attributes is part of an answer, and texts are compared at once. Answers its length. */
function expectSame(about: object, result: unknown, scan: unknown): number {
  const [got, wanted] = [result, scan].map((value) => JSON.stringify(value ?? null))
  if (got !== wanted) expect({ ...about, result: got }).toEqual({ ...about, result: wanted })
  return wanted?.length ?? 0
}

function anyCase(random: SeededRandom, searches: boolean) {
  const perspective = random.pick(perspectives)
  const reach = random.pick(['all', 'all', 'public'] as const)
  const documents = seen(anyStored(random), perspective, reach)
  const query = new AnyQuery(random, { searches }).query()
  const source = new MemorySource(documents, anyIndexes(random))
  return { perspective, reach, documents, query, source }
}

describe('the planner', () => {
  it(`answers as groq-js does when it goes through all documents (${rounds} rounds)`, () => {
    const random = seededRandom()
    let answered = 0
    for (let round = 0; round < rounds; round += 1) {
      const { perspective, reach, documents, query, source } = anyCase(random, false)
      const scan = evaluateSync(parse(query, { params }), {
        dataset: documents,
        timestamp: scope.now,
        identity: scope.identity,
        sanity: scope.sanity,
        dereference: ({ _ref }) => documents.find(({ _id }) => _id === _ref),
      }).data
      const { result } = evaluateQuery(compileQuery(query, params), source, { ...scope, perspective })
      const length = expectSame({ seed: random.seed, round, query, perspective, reach }, result, scan)
      if (length > '[null]'.length) answered += 1
    }
    expect(answered).toBeGreaterThan(rounds / 5)
  })

  it(`finds by text::query what going through all documents finds (${rounds} rounds)`, () => {
    const random = seededRandom()
    let answered = 0
    for (let round = 0; round < rounds; round += 1) {
      const { perspective, reach, documents, query, source } = anyCase(random, true)
      const scan = scanDocuments(compileScan(query, params), documents, { ...scope, perspective })
      const { result } = evaluateQuery(compileQuery(query, params), source, { ...scope, perspective })
      const length = expectSame({ seed: random.seed, round, query, perspective, reach }, result, scan)
      if (length > '[null]'.length) answered += 1
    }
    expect(answered).toBeGreaterThan(rounds / 5)
  })
})
