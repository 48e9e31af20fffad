import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findProblems, referencesIn } from '../../../scripts/newsroom/checkNewsroom.ts'
import { readNewsroomFile } from '../../../scripts/newsroom/load/newsroomFile.ts'
import { readNewsroomSources } from '../../../scripts/newsroom/sources/newsroomSources.ts'
import { seedRoot } from './seedFolder.ts'

const sources = readNewsroomSources(seedRoot)
const documents = readNewsroomFile(join(seedRoot, 'newsroom'))
const articles = sources.articles.map(({ slug, content }) => ({ slug, ...content }))

describe('the demonstration newsroom', () => {
  it('refers only to what it holds, with neighbours and codes that agree', () => {
    expect(findProblems(sources, documents)).toEqual([])
    const ids = new Set(documents.map(({ _id }) => _id))
    expect(
      documents.flatMap((document) => referencesIn(document)).filter(({ ref }) => !ids.has(ref)),
    ).toEqual([])
    expect(ids.size).toBe(documents.length)
  })

  it('covers every category at least twice and conflict four times', () => {
    const categories = documents.filter(({ _type }) => _type === 'category')
    const below = (desk: string) =>
      categories.filter(({ parent }) => JSON.stringify(parent)?.includes(`"${desk}"`)).map(({ _id }) => _id)
    const count = (category: string) =>
      articles.filter((article) =>
        [`category-${category}`, ...below(`category-${category}`)].includes(`category-${article.category}`),
      ).length
    expect(categories.filter(({ parent }) => !parent)).toHaveLength(7)
    for (const category of categories.map(({ _id }) => _id.slice(9)))
      expect([category, count(category) >= 2]).toEqual([category, true])
    expect(count('conflict')).toBeGreaterThanOrEqual(4)
  })

  it('dates every key point no later than the article was last changed', () => {
    const late = articles.flatMap(({ slug, sections, updatedAt, firstPublishedAt }) => {
      const changed = updatedAt ?? firstPublishedAt
      const points = sections.flatMap((section) => (section.section === 'keyPoints' ? section.points : []))
      return points
        .filter(({ asOf }) => !asOf || asOf > changed.slice(0, asOf.length))
        .map(({ text }) => [slug, text])
    })
    expect(late).toEqual([])
  })

  it('lists only sources that an article or a fact cites', () => {
    const cited = new Set(documents.flatMap((document) => referencesIn(document)).map(({ ref }) => ref))
    const listed = documents.filter(({ _type }) => _type === 'source').map(({ _id }) => _id)
    expect(listed.filter((id) => !cited.has(id))).toEqual([])
  })

  it('has a picture with words for those who do not see it in every article, small enough to send', () => {
    const folder = join(seedRoot, 'newsroom/images')
    const heavy = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 200_000)
    expect(heavy).toEqual([])
    expect(sources.pictures.filter(({ content }) => content.alt.length < 20)).toEqual([])
  })

  it('says of each author that the name is invented', () => {
    const authors = sources.authors.flatMap(({ content }) => Object.values(content))
    expect(authors).toHaveLength(8)
    for (const { role, bio } of authors) expect(`${role} ${bio}`).toMatch(/demonstration desk.*invented/)
  })

  it('holds an article that is read from right to left', () => {
    expect(articles.some(({ language }) => language === 'ar')).toBe(true)
  })
})
