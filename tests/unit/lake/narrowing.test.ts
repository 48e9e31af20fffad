import { evaluateSync, parse } from 'groq-js'
import type { SanityDocument } from '../../../lake/context.ts'
import { compileQuery } from '../../../lake/groq/compileQuery.ts'
import { DocumentIndex } from '../../../lake/groq/documentIndex.ts'
import { evaluateQuery } from '../../../lake/groq/evaluateQuery.ts'
import { type SeededRandom, seededRandom } from '../../support/seededRandom.ts'

const types = ['article', 'country', 'topic'] as const
const ids = Array.from({ length: 12 }, (_, number) => `doc-${number}`)

function anyDocuments(random: SeededRandom): SanityDocument[] {
  const ref = () => ({ _type: 'reference', _ref: ids[random.below(ids.length)] })
  return ids
    .filter(() => random.below(5) > 0)
    .map((_id) => ({
      _id,
      _type: random.pick(types),
      _rev: 'r',
      _createdAt: '',
      _updatedAt: '',
      order: random.below(4),
      ...(random.below(3) > 0 && { slug: { _type: 'slug', current: `s${random.below(5)}` } }),
      ...(random.below(3) > 0 && { country: ref() }),
      ...(random.below(3) > 0 && { countries: [ref(), ref(), 'odd', null] }),
      ...(random.below(4) === 0 && { name: ids[random.below(ids.length)] }),
    }))
}

function anyTerm(random: SeededRandom, inner: boolean): string {
  const id = `"${ids[random.below(ids.length)]}"`
  const type = `"${random.pick(types)}"`
  const outer = inner ? random.pick(['^._id', '^.country._ref', '^.name', '^.missing']) : id
  return random.pick([
    `_type == ${type}`,
    `${type} == _type`,
    `_type in [${type}, "topic"]`,
    `_type in []`,
    `_id == ${outer}`,
    `_id in [${id}, ${outer}, "nobody"]`,
    `_id in $ids`,
    `slug.current == $slug`,
    `slug.current == "s${random.below(6)}"`,
    `references(${outer})`,
    `references([${id}, "doc-1"])`,
    `country._ref == ${outer}`,
    `${outer} in countries[]._ref`,
    `countries[]._ref == ${id}`,
    `country->order > ${random.below(3)}`,
    `order != ${random.below(4)}`,
    `defined(name)`,
    `_id == null`,
    `_type == [${type}]`,
    `(_type == ${type} || _id == ${id})`,
    `!(_type == ${type})`,
  ])
}

function anyFilter(random: SeededRandom, inner = false): string {
  const terms = Array.from({ length: 1 + random.below(3) }, () => anyTerm(random, inner))
  return random.below(4) === 0 ? `*[${terms.join('][')}]` : `*[${terms.join(' && ')}]`
}

function anyQuery(random: SeededRandom): string {
  const filter = anyFilter(random)
  return random.pick([
    filter,
    `${filter}[0]`,
    `count(${filter})`,
    `${filter}{_id, "more": ${anyFilter(random, true)}._id}`,
    `${filter}{_id, "count": count(${anyFilter(random, true)})}`,
    `${filter} | order(order desc){_id, "first": ${anyFilter(random, true)}[0]{_id, "up": ^._id}}`,
    `${filter}[count(${anyFilter(random, true)}) > 1]._id`,
    `${filter}{"deep": ${anyFilter(random, true)}{"deeper": *[_type == "country" && references(^.^._id)]._id}}`,
    `*[count(${anyFilter(random, true)}) > 0]._id`,
  ])
}

describe('narrowing the documents that a query looks at', () => {
  it('never changes the answer: a thousand queries against a plain scan', () => {
    const random = seededRandom()
    for (let round = 0; round < 1000; round += 1) {
      const documents = anyDocuments(random)
      const index = new DocumentIndex()
      for (const document of documents) index.put(document)
      const query = anyQuery(random)
      const params = { ids: ['doc-1', 'doc-3', 'doc-3'], slug: 's2' }
      const scan = evaluateSync(parse(query, { params }), {
        dataset: [...documents].sort((a, b) => (a._id < b._id ? -1 : 1)),
        params,
        dereference: ({ _ref }) => documents.find(({ _id }) => _id === _ref),
      }).data
      const { result } = evaluateQuery(compileQuery(query, params), {
        index,
        params,
        identity: 'me',
        sanity: { projectId: 'p', dataset: 'd' },
        now: new Date(0),
      })
      expect({ seed: random.seed, query, result }).toEqual({ seed: random.seed, query, result: scan })
    }
  })

  it('looks only at the one article that has the slug', () => {
    const query = compileQuery('*[_type == "article" && slug.current == $slug][0]', { slug: 'peace' })
    expect(query.sources).toEqual([
      {
        fixed: [
          { way: 'type', strings: ['article'] },
          { way: 'slug', strings: ['peace'] },
        ],
        outer: undefined,
      },
    ])
  })
})
