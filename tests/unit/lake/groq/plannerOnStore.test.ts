import { evaluateSync, parse } from 'groq-js'
import { compileQuery, compileScan } from '../../../../lake/groq/plan/compileQuery.ts'
import { evaluateQuery, scanDocuments } from '../../../../lake/groq/run/evaluateQuery.ts'
import { tagsOfChange } from '../../../../lake/groq/syncTags.ts'
import { publishedIdOf } from '../../../../lake/mutations/documentIds.ts'
import { seededRandom } from '../../../support/seededRandom.ts'
import { anyStored, perspectives, seen } from './anyDocuments.ts'
import { AnyQuery, params } from './anyQuery.ts'
import { StoredDocuments } from './storedDocuments.ts'

const rounds = Number(process.env.QUERY_ROUNDS) || 300
const scope = {
  identity: 'me',
  sanity: { projectId: 'p', dataset: 'production' },
  now: new Date('2026-01-20T12:00:00Z'),
}

describe("the planner on the lake's own indexes", () => {
  it(`answers as groq-js does when it goes through all documents (${rounds} rounds)`, () => {
    const random = seededRandom()
    const store = new StoredDocuments()
    for (let round = 0; round < rounds; round += 1) {
      if (round % 10 === 0) store.become(anyStored(random))
      const perspective = random.pick(perspectives)
      const reach = random.pick(['all', 'all', 'public'] as const)
      const documents = seen(store.all, perspective, reach)
      const query = new AnyQuery(random, { searches: false }).query()
      const scan = evaluateSync(parse(query, { params }), {
        ...{ dataset: documents, timestamp: scope.now, identity: scope.identity, sanity: scope.sanity },
        dereference: ({ _ref }) => documents.find(({ _id }) => _id === _ref),
      }).data
      const compiled = compileQuery(query, params)
      const { result } = evaluateQuery(compiled, store.reader(perspective, reach), { ...scope, perspective })
      const about = { seed: random.seed, round, query, perspective, reach }
      expect({ ...about, result: JSON.stringify(result ?? null) }).toEqual({
        ...about,
        result: JSON.stringify(scan ?? null),
      })
    }
  })

  it(`finds and scores by text::query as it does when it goes through all documents (${rounds} rounds)`, () => {
    const random = seededRandom()
    const store = new StoredDocuments()
    let answered = 0
    for (let round = 0; round < rounds; round += 1) {
      if (round % 10 === 0) store.become(anyStored(random))
      const perspective = random.pick(perspectives)
      const reach = random.pick(['all', 'all', 'public'] as const)
      const documents = seen(store.all, perspective, reach)
      const query = new AnyQuery(random, { searches: true }).query()
      const scan = scanDocuments(compileScan(query, params), documents, { ...scope, perspective })
      const compiled = compileQuery(query, params)
      const { result } = evaluateQuery(compiled, store.reader(perspective, reach), { ...scope, perspective })
      const about = { seed: random.seed, round, query, perspective, reach }
      const [got, wanted] = [result, scan].map((value) => JSON.stringify(value ?? null))
      expect({ ...about, result: got }).toEqual({ ...about, result: wanted })
      if (got !== 'null' && got !== '[]') answered += 1
    }
    expect(answered).toBeGreaterThan(rounds / 5)
  })

  it(`gives tags that are among those of every change that changes the answer (${rounds} rounds)`, () => {
    const random = seededRandom()
    const store = new StoredDocuments()
    let changed = 0
    for (let round = 0; round < rounds; round += 1) {
      if (round % 10 === 0) store.become(anyStored(random))
      const perspective = random.pick(perspectives)
      const query = new AnyQuery(random, { searches: true }).query()
      const compiled = compileQuery(query, params)
      const ask = () => evaluateQuery(compiled, store.reader(perspective, 'all'), { ...scope, perspective })
      const before = ask()
      for (let step = 0; step < 6; step += 1) {
        const [document] = anyStored(random).slice(random.below(10))
        if (!document) continue
        const change = store.change(document._id, random.below(3) === 0 ? undefined : document)
        const group = publishedIdOf(document._id)
        const versions = store.all.filter(({ _id }) => publishedIdOf(_id) === group && _id !== document._id)
        const tags = tagsOfChange(change, versions)
        const isTold = before.dependencies.tags.some((tag) => tags.includes(tag))
        const isSame = JSON.stringify(ask().result ?? null) === JSON.stringify(before.result ?? null)
        if (!isSame && !isTold)
          expect({
            seed: random.seed,
            round,
            query,
            perspective,
            tags,
            known: before.dependencies.tags,
          }).toEqual('a tag in common')
        if (!isSame || isTold) {
          changed += 1
          break
        }
      }
    }
    expect(changed).toBeGreaterThan(rounds / 10)
  })
})
