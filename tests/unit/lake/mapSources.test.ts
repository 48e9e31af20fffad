import type { SanityDocument } from '../../../lake/context.ts'
import { compileQuery } from '../../../lake/groq/compileQuery.ts'
import { DatasetView } from '../../../lake/groq/datasetView.ts'
import { evaluateQuery } from '../../../lake/groq/evaluateQuery.ts'
import { mapSources } from '../../../lake/groq/sourceMap/mapSources.ts'

const document = (_id: string, _type: string, fields: object): SanityDocument => ({
  _id,
  _type,
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  ...fields,
})
const stored = new Map(
  [
    document('drafts.a', 'article', {
      headline: 'Talks resume',
      country: { _type: 'reference', _ref: 'country' },
      sections: [{ _key: 's1', heading: "What's next", points: [{ _key: 'p', text: 'A point' }] }],
    }),
    document('country', 'country', { name: 'Armenia' }),
  ].map((one) => [one._id, one]),
)
const { index } = new DatasetView(stored, ['drafts'], 'all')
const scope = {
  index,
  params: {},
  identity: 'me',
  sanity: { projectId: 'p', dataset: 'd' },
  now: new Date(0),
}

interface Mapped {
  documents: { _id: string; _type: string }[]
  paths: string[]
  mappings: Record<string, { source: { document: number; path: number } }>
}

/** Each place of the answer with the document and the path that it came from; the answer itself must not change. */
function sourcesOf(text: string) {
  const query = compileQuery(text, {})
  const { evaluation, sourceMap } = mapSources(query, scope, 'withKeyArraySelector')
  expect(JSON.stringify(evaluation.result)).toBe(JSON.stringify(evaluateQuery(query, scope).result))
  const { documents, paths, mappings }: Mapped = JSON.parse(JSON.stringify(sourceMap))
  return Object.fromEntries(
    Object.entries(mappings).map(([place, { source }]) => [
      place,
      `${documents[source.document]?._id} ${paths[source.path]}`,
    ]),
  )
}

describe('the sources of an answer, for click-to-edit', () => {
  it('names the draft behind a field, also a renamed one', () => {
    expect(sourcesOf('*[_type == "article"]{headline, "title": headline}')).toEqual({
      "$[0]['headline']": "drafts.a $['headline']",
      "$[0]['title']": "drafts.a $['headline']",
    })
  })

  it('follows references into other documents', () => {
    expect(sourcesOf('*[_type == "article"][0]{"country": country->name, "place": country->{name}}')).toEqual(
      {
        "$['country']": "country $['name']",
        "$['place']['name']": "country $['name']",
      },
    )
  })

  it('names elements of lists by their key', () => {
    expect(sourcesOf('*[_type == "article"][0]{"points": sections[]{heading, points}}')).toEqual({
      "$['points'][0]['heading']": "drafts.a $['sections'][?(@._key=='s1')]['heading']",
      "$['points'][0]['points']": "drafts.a $['sections'][?(@._key=='s1')]['points']",
    })
  })

  it('knows what a splat has copied and what was written over it', () => {
    const sources = sourcesOf('*[_type == "country"][0]{..., "_rev": "made up"}')
    expect(sources).toMatchObject({ "$['name']": "country $['name']" })
    expect(sources).not.toHaveProperty(["$['_rev']"])
  })

  it('sees through coalesce, select and conditions', () => {
    expect(
      sourcesOf(
        '*[_type == "article"][0]{"a": coalesce(kicker, headline), defined(headline) => {"b": headline}}',
      ),
    ).toEqual({ "$['a']": "drafts.a $['headline']", "$['b']": "drafts.a $['headline']" })
  })

  it('names a bare value and a whole document', () => {
    expect(sourcesOf('*[_type == "country"][0].name')).toEqual({ $: "country $['name']" })
    expect(sourcesOf('*[_type == "country"][0]')).toEqual({ $: 'country $' })
  })

  it('gives no source to what the query has made', () => {
    expect(sourcesOf('*[_type == "country"][0]{"loud": upper(name), "n": count(*)}')).toEqual({})
  })
})
