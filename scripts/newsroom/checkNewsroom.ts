import type { SeedDocument } from './documents/document.ts'
import type { NewsroomSources } from './sources/newsroomSources.ts'

/** What is wrong with the newsroom as a whole, one line each, naming file and field; empty when all is well. */
export function findProblems(sources: NewsroomSources, documents: SeedDocument[]): string[] {
  return [
    ...repeatedIds(documents),
    ...unresolvedReferences(documents),
    ...oneSidedNeighbours(sources),
    ...sharedIsoCodes(sources),
    ...repeatedKeys(documents),
    ...unusedPictures(sources, documents),
  ]
}

/** Sources may be spread over several files, and two desks may choose the same name. */
function repeatedIds(documents: SeedDocument[]): string[] {
  const ids = documents.map(({ _id }) => _id)
  const repeated = documents.filter(({ _id }, index) => ids.indexOf(_id) !== index)
  return repeated.map((document) => `${sourceNameOf(document)}: this name is given twice`)
}

function unresolvedReferences(documents: SeedDocument[]): string[] {
  const ids = new Set(documents.map(({ _id }) => _id))
  return documents.flatMap((document) =>
    referencesIn(document)
      .filter(({ ref }) => !ids.has(ref))
      .map(({ ref, path }) => `${sourceNameOf(document)} ${path}: there is no ${ref.replace('-', ' "')}"`),
  )
}

interface FoundReference {
  ref: string
  path: string
}

/** All references within a value, with the path of each as `sections.0.points.2.sources.0`. */
export function referencesIn(value: unknown, path: string[] = []): FoundReference[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '_ref' && typeof inner === 'string'
      ? [{ ref: inner, path: path.join('.') }]
      : referencesIn(inner, [...path, key]),
  )
}

function oneSidedNeighbours({ countries }: NewsroomSources): string[] {
  const neighboursOf = new Map(countries.map(({ slug, content }) => [slug, content.neighbours]))
  return countries.flatMap(({ slug, content, errorAt }) =>
    content.neighbours
      .filter((other) => neighboursOf.get(other)?.includes(slug) === false)
      .map((other) => errorAt(['neighbours'], `${other} does not name ${slug} as its neighbour`).message),
  )
}

function sharedIsoCodes({ countries }: NewsroomSources): string[] {
  return (['iso2', 'iso3', 'isoNumeric'] as const).flatMap((field) => {
    const owners = new Map<string, string>()
    return countries.flatMap(({ slug, content, errorAt }) => {
      const owner = owners.get(content[field])
      owners.set(content[field], slug)
      return owner ? [errorAt([field], `${content[field]} is also the code of ${owner}`).message] : []
    })
  })
}

/** Keys are addresses: two alike in one list, or two points alike in one article, would make one of them unreachable. */
function repeatedKeys(documents: SeedDocument[]): string[] {
  return documents.flatMap((document) => {
    const points = pointKeysIn(document)
    const repeated = points.filter((key, index) => points.indexOf(key) !== index)
    return repeated.map(
      (key) => `${sourceNameOf(document)} sections: the key "${key}" is given to two key points`,
    )
  })
}

function pointKeysIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  const own = '_type' in value && value._type === 'keyPoint' && '_key' in value ? [String(value._key)] : []
  return [...own, ...Object.values(value).flatMap(pointKeysIn)]
}

function unusedPictures({ pictures }: NewsroomSources, documents: SeedDocument[]): string[] {
  const written = JSON.stringify(documents)
  return pictures
    .filter(({ slug }) => !written.includes(`/images/${slug}.`))
    .map(({ errorAt }) => errorAt([], 'no article shows this picture').message)
}

const folders: Record<string, string> = {
  article: 'articles',
  country: 'countries',
  relation: 'relations',
  story: 'stories',
  page: 'pages',
}

function sourceNameOf({ _id, _type }: SeedDocument): string {
  const folder = folders[_type]
  return folder ? `${folder}/${_id.slice(_type.length + 1)}.yaml` : `${_type} ${_id}`
}
