/** A question that newsrooms ask, and what it may cost. */
export interface BenchQuery {
  name: string
  query: string
  params?: Record<string, unknown>
  /** One of the goals: a hundred times faster than the scan, and under 5 ms, at 100,000 articles. */
  isGoal: boolean
  /** The scan goes through all documents for each of many, which takes minutes in a large dataset. */
  scansAgainAndAgain?: boolean
  /** How a scan that keeps no dataset in memory goes from one part of it to the next; those without are not scanned so. */
  inParts?: 'sum' | { kept: string }
}

const teaser =
  '{headline, slug, "category": category->{name}, "countries": countries[]->{name}, "authors": authors[]->name}'
const latest = '| order(firstPublishedAt desc)[0...20]'

/** @param slug of an article that is there; @param words that a few articles have; @param common words that many have */
export function benchQueries(given: { slug: string; words: string; common: string }): BenchQuery[] {
  const goal = (name: string, query: string, params?: Record<string, unknown>): BenchQuery => ({
    name,
    query,
    ...(params && { params }),
    ...(query.startsWith('count(') && { inParts: 'sum' }),
    isGoal: true,
  })
  /** Of `kept`, whatever part of the documents it is asked of, no more than the answer needs is left. */
  const goalList = (name: string, kept: string, params?: Record<string, unknown>, projection = teaser) => ({
    ...goal(name, `${kept}${projection}`, params),
    inParts: { kept },
  })
  const other = (...parts: Parameters<typeof goal>): BenchQuery => ({ ...goal(...parts), isGoal: false })
  const otherList = (...parts: Parameters<typeof goalList>): BenchQuery => ({
    ...goalList(...parts),
    isGoal: false,
  })
  return [
    {
      ...goal('article by slug', `*[_type == "article" && slug.current == $slug][0]${teaser}`, {
        slug: given.slug,
      }),
      inParts: { kept: '*[_type == "article" && slug.current == $slug][0...1]' },
    },
    goalList('latest 20', `*[_type == "article"] ${latest}`),
    goalList('latest 20 of a category', `*[_type == "article" && category._ref == $id] ${latest}`, {
      id: 'category-3',
    }),
    goalList('latest 20 of a country', `*[_type == "article" && $id in countries[]._ref] ${latest}`, {
      id: 'country-7',
    }),
    goalList('latest 20 of an author', `*[_type == "article" && references($id)] ${latest}`, {
      id: 'author-9',
    }),
    goal('count of articles', 'count(*[_type == "article"])'),
    goal('count of a category', 'count(*[_type == "article" && category._ref == "category-3"])'),
    goal(
      'count since a day',
      'count(*[_type == "article" && firstPublishedAt > "2025-06-01T00:00:00Z" && firstPublishedAt < now()])',
    ),
    goalList('full text, latest 20', `*[_type == "article" && @ match text::query($words)] ${latest}`, {
      words: given.words,
    }),
    goalList('headline match', `*[_type == "article" && headline match $words] ${latest}`, {
      words: given.words,
    }),
    other(
      'latest 20, as the portal asks',
      '*[_type == "article"] | order(coalesce(firstPublishedAt, _createdAt) desc, _id asc)[0...20]._id',
    ),
    other(
      'articles around one',
      `*[_id == "article-500"][0]{headline, "more": *[_type == "article" && category._ref == ^.category._ref && _id != ^._id] | order(firstPublishedAt desc)[0...4]{headline}}`,
    ),
    {
      ...other(
        'count for each country',
        '*[_type == "country"]{name, "n": count(*[_type == "article" && references(^._id)])}',
      ),
      scansAgainAndAgain: true,
    },
    other(
      'latest 3 of each category',
      '*[_type == "category"]{name, "latest": *[_type == "article" && category._ref == ^._id] | order(firstPublishedAt desc)[0...3]{headline}}',
    ),
    other(
      'page 51 of a category',
      `*[_type == "article" && category._ref == "category-3"] | order(firstPublishedAt desc)[1000...1020]{headline}`,
    ),
    otherList('full text of common words', `*[_type == "article" && @ match text::query($words)] ${latest}`, {
      words: given.common,
    }),
    other(
      "the Studio's list",
      '*[_type in ["article"] && ([@, _id] match text::query("*") || references(""))] {_type, _id, _originalId, "orderings": [_updatedAt]} | order(orderings[0] desc) [0...2001]',
    ),
    other(
      "the Studio's search",
      '*[_type in ["article", "author"]] | score(boost(_type in ["article"] && headline match text::query($words), 10), ([@, _id] match text::query($words) || references($words))) [_score > 0] {_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc) [0...1001]',
      { words: given.words },
    ),
    other('no index: count', 'count(*[_type == "article" && length(headline) > 60])'),
    otherList('no index: order', '*[_type == "article"] | order(lower(headline))[0...20]'),
    other('no index: followed', 'count(*[_type == "article" && category->name == "nobody"])'),
    otherList(
      'no index: list',
      '*[_type == "article" && length(headline) > 90]',
      {},
      '{headline, standfirst}',
    ),
    other('no index: how many', 'count(*[_type == "article" && count(countries) > 1])'),
    other('no index: compared', 'count(*[_type == "article" && firstPublishedAt < _createdAt])'),
    other('no index: long texts', 'count(*[_type == "article" && length(standfirst) > 200])'),
    other('common beginning', 'count(*[_type == "article" && slug.current match "ba*"])'),
    other('into bodies: styles', 'count(*[_type == "article" && "h2" in sections[].text[].style])'),
    other('into bodies: text', 'count(*[_type == "article" && pt::text(sections[0].text) match "banana"])'),
  ]
}
