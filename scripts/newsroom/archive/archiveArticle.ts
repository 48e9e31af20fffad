import { toSlug } from '../../../sanity/schema/rules/slug.ts'
import {
  referencesTo,
  referenceTo,
  type SeedDocument,
  slugField,
  withoutEmpty,
} from '../documents/document.ts'
import { parseRichText } from '../documents/richText.ts'
import { toSection } from '../documents/sections.ts'
import { archiveSections, type Report } from './archiveSections.ts'
import type { Glossary } from './glossary.ts'
import type { Setting } from './scene.ts'

const longestHeadline = 110
const longestSlug = 80
const hour = 3_600_000
const noPictures = new Map<string, never>()

export interface ArticleAsked {
  id: string
  /** What tells its address apart from those of others with the same headline. */
  suffix: string
  setting: Setting
  /** The id of its running story. */
  story: string | undefined
}

/** An article of the archive, in the form that those of the newsroom have. */
export function archiveArticle(asked: ArticleAsked, report: Report, glossary: Glossary): SeedDocument {
  const { chance, scene, grammar, time } = report
  const { topic, country } = asked.setting
  const headline = headlineOf(report)
  const updates = corrections(report)
  return {
    _id: asked.id,
    _type: 'article',
    ...withoutEmpty({
      headline,
      slug: slugField(`${cut(toSlug(headline), longestSlug)}-${asked.suffix}`),
      kicker: chance.happens(50) && country.name.length <= 40 ? country.name : topic.kicker,
      standfirst: grammar.say('standfirst', scene, chance),
      category: referenceTo('category', topic.category),
      countries: referencesTo('country', countriesNamed(report)),
      topics: referencesTo('topic', [topic.slug]),
      story: asked.story && { _type: 'reference', _ref: asked.story },
      authors: [{ _type: 'reference', _ref: authorOf(report, glossary), _key: 'r1' }],
      mainMedia: mainMedia(report),
      sections: archiveSections(report).map((section, place) => toSection(section, place, noPictures)),
      closing: parseRichText(`${grammar.say('closing', scene, chance)}\n\n*${grammar.notice.trim()}*`),
      corrections: updates,
      language: 'en',
      firstPublishedAt: time.toISOString(),
      updatedAt: updates[0]?.at,
    }),
  }
}

/** Those that readers should find it under: always the first, the others where they matter. */
function countriesNamed({ countries, chance }: Report): string[] {
  return countries.filter((_, place) => place === 0 || chance.happens(40)).map(({ slug }) => slug)
}

/** A headline that is short enough; where names are long, a plain one. */
function headlineOf({ grammar, scene, chance }: Report): string {
  const headline = grammar.say('headline', scene, chance)
  return headline.length <= longestHeadline ? headline : grammar.say('headlineBrief', scene, chance)
}

function authorOf({ chance }: Report, { authors }: Glossary): string {
  return authors[chance.zipf(authors.length)] ?? ''
}

/** A picture of the newsroom on the same country, said to be from the archive. */
function mainMedia({ countries: [country], chance }: Report) {
  const pictures = country?.pictures ?? []
  if (pictures.length === 0) return undefined
  const picture = chance.pick(pictures)
  return { ...picture, caption: `From the archive: ${picture.caption}` }
}

function corrections({ grammar, scene, chance, time }: Report) {
  if (!chance.happens(8)) return []
  const kind = chance.pick(['correction', 'correction', 'clarification', 'update'] as const)
  const at = new Date(time.getTime() + (2 + chance.below(200)) * hour).toISOString()
  return [{ _type: 'correction', _key: 'c1', kind, text: grammar.say(kind, scene, chance), at }]
}

/** As many whole words of an address as fit. */
function cut(slug: string, longest: number): string {
  if (slug.length <= longest) return slug
  return slug.slice(0, slug.lastIndexOf('-', longest))
}
