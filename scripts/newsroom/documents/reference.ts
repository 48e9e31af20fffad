import type { z } from 'zod'
import { factKinds } from '../../../sanity/vocabulary.ts'
import type * as shapes from '../sources/referenceSources.ts'
import type { SourceFile } from '../sources/sourceFile.ts'
import { referencesTo, referenceTo, type SeedDocument, slugField, withoutEmpty } from './document.ts'
import { parseRichText } from './richText.ts'
import { toTimeline } from './sections.ts'

type File<Shape extends z.ZodType> = SourceFile<z.infer<Shape>>

export function toCountry({ slug, content }: File<typeof shapes.countrySource>): SeedDocument {
  const [lat, lng] = content.coordinates
  return {
    _id: `country-${slug}`,
    _type: 'country',
    ...withoutEmpty({
      name: content.name,
      officialName: content.officialName,
      slug: slugField(slug),
      iso2: content.iso2,
      iso3: content.iso3,
      isoNumeric: content.isoNumeric,
      region: content.region,
      subregion: content.subregion,
      neighbours: referencesTo('country', content.neighbours),
      coordinates: { _type: 'geopoint', lat, lng },
      facts: toFacts(content),
      about: content.about && parseRichText(content.about),
    }),
  }
}

/** Facts in the order in which fact boxes print them; the key is the kind, so a fact keeps its place in history. */
function toFacts({ facts, checkedOn }: z.infer<typeof shapes.countrySource>) {
  return factKinds.flatMap((kind) => {
    const fact = facts[kind]
    if (!fact) return []
    return withoutEmpty({
      _type: 'fact',
      _key: kind,
      kind,
      value: fact.value,
      checkedOn: fact.checkedOn ?? checkedOn,
      source: fact.source && referenceTo('source', fact.source),
    })
  })
}

export function toRelation({ slug, content }: File<typeof shapes.relationSource>): SeedDocument {
  return {
    _id: `relation-${slug}`,
    _type: 'relation',
    ...withoutEmpty({
      countries: referencesTo('country', content.countries),
      summary: content.summary,
      timeline: toTimeline(content.timeline),
    }),
  }
}

export function toStory({ slug, content }: File<typeof shapes.storySource>): SeedDocument {
  return {
    _id: `story-${slug}`,
    _type: 'story',
    ...withoutEmpty({
      title: content.title,
      slug: slugField(slug),
      summary: content.summary,
      countries: referencesTo('country', content.countries),
      pinned: referencesTo('article', content.pinned),
      keepOnTop: content.keepOnTop,
    }),
  }
}

export function toPage({ slug, content }: File<typeof shapes.pageSource>): SeedDocument {
  return {
    _id: `page-${slug}`,
    _type: 'page',
    title: content.title,
    slug: slugField(slug),
    body: parseRichText(content.body),
  }
}

/** The documents of a source file that lists many of one type under their slugs. */
export function toListed(
  type: 'category' | 'topic',
  { content }: SourceFile<Record<string, { title: string; parent?: string | undefined }>>,
): SeedDocument[] {
  return Object.entries(content).map(([slug, { parent, ...fields }]) => ({
    _id: `${type}-${slug}`,
    _type: type,
    slug: slugField(slug),
    ...fields,
    ...withoutEmpty({ parent: parent && referenceTo(type, parent) }),
  }))
}

export function toAuthors({ content }: File<typeof shapes.authorSources>): SeedDocument[] {
  return Object.entries(content).map(([slug, { links, ...author }]) => ({
    _id: `author-${slug}`,
    _type: 'author',
    ...withoutEmpty({
      ...author,
      slug: slugField(slug),
      links: links.map((link, index) => ({ _type: 'profileLink', _key: `l${index + 1}`, ...link })),
    }),
  }))
}

export function toSources({ content }: File<typeof shapes.sourceSources>): SeedDocument[] {
  return Object.entries(content).map(([slug, source]) => ({
    _id: `source-${slug}`,
    _type: 'source',
    ...source,
  }))
}

export function toFront({ content }: File<typeof shapes.frontSource>): SeedDocument {
  return {
    _id: 'front',
    _type: 'front',
    ...withoutEmpty({
      lead: referenceTo('article', content.lead),
      secondary: referencesTo('article', content.secondary),
      blocks: content.blocks.map(({ title, rule, layout, articles, ...chosen }, index) =>
        withoutEmpty({
          _type: 'frontBlock',
          _key: `b${index + 1}`,
          title,
          rule,
          layout,
          articles: referencesTo('article', articles),
          ...Object.fromEntries(
            Object.entries(chosen).map(([type, slug]) => [type, slug && referenceTo(type, slug)]),
          ),
        }),
      ),
    }),
  }
}

export function toSiteSettings({ content }: File<typeof shapes.siteSettingsSource>): SeedDocument {
  const { footerPages, ...settings } = content
  return {
    _id: 'siteSettings',
    _type: 'siteSettings',
    ...withoutEmpty({ ...settings, footerPages: referencesTo('page', footerPages) }),
  }
}
