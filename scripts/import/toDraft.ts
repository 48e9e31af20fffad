import { findMentions } from './findMentions.ts'
import { guessAccent } from './guessCategory.ts'
import { guessActor, guessKind } from './guessSection.ts'
import { guessStanding, isVaguelyAttributed } from './guessStanding.ts'
import type { KeySource } from './keys.ts'
import { type MatchedFactBox, matchFactBoxes } from './matchFactBoxes.ts'
import type { ParsedArticle, ParsedPoint, ParsedSection } from './parseArticle.ts'
import type { CategoryOfDesk, Reference } from './reference.ts'
import type { ImportedArticle, StoredKeyPoint, StoredReference, StoredSection } from './storedArticle.ts'
import { toBlock } from './toBlock.ts'
import { toSlug } from './toSlug.ts'

export interface Draft {
  article: ImportedArticle
  factBoxes: MatchedFactBox[]
  /** What was guessed or linked, in sentences for the editor. */
  guesses: string[]
}

/** The draft that a parsed text makes, given what the dataset holds. Pure: nothing is read or written. */
export function toDraft(parsed: ParsedArticle, reference: Reference, newKey: KeySource): Draft {
  const guesses: string[] = []
  const context: Context = { reference, newKey, guess: (sentence) => guesses.push(sentence) }
  const factBoxes = matchFactBoxes(parsed.factBoxes, reference.countries)
  const sections = parsed.sections.map((section) => toSection(section, context))
  const category = toCategory(parsed, context)
  const countries = toCountries(parsed, factBoxes, context)
  const article: ImportedArticle = {
    headline: parsed.headline,
    slug: { _type: 'slug', current: toSlug(parsed.headline) },
    ...(parsed.standfirst && { standfirst: parsed.standfirst }),
    ...(category && { category: { _type: 'reference', _ref: category._id } }),
    ...(countries.length > 0 && { countries }),
    sections,
    ...(parsed.closing.length > 0 && { closing: parsed.closing.map((text) => toParagraph(text, context)) }),
  }
  return { article, factBoxes, guesses }
}

interface Context {
  reference: Reference
  newKey: KeySource
  guess(sentence: string): void
}

function toSection(section: ParsedSection, context: Context): StoredSection {
  const { newKey } = context
  if (section.kind === 'passage') {
    const heading = section.heading ? [toBlock(section.heading, { newKey, style: 'h3' })] : []
    const text = [...heading, ...section.paragraphs.map((paragraph) => toParagraph(paragraph, context))]
    return { _type: 'passage', _key: newKey(`passage ${section.paragraphs.join(' ')}`), text }
  }
  const kind = guessKind(section.heading)
  const actor = toActor(section.heading, context)
  const name = actor?.label ? `, about ${actor.label}` : ''
  context.guess(
    `“${section.heading}”: ${kind ? `kind ${kind}` : 'kind development, as no word of it says more'}${name}`,
  )
  return {
    _type: 'keyPointsSection',
    _key: newKey(`section ${section.heading}`),
    heading: section.heading,
    kind: kind ?? 'development',
    ...(actor && { actor: actor.stored }),
    points: section.points.map((point) => toKeyPoint(point, context)),
  }
}

function toActor(heading: string, { reference }: Context) {
  const actor = guessActor(heading, reference.countries)
  if (!actor) return undefined
  if ('name' in actor) return { label: actor.name, stored: { _type: 'actor' as const, name: actor.name } }
  const country: StoredReference = { _type: 'reference', _ref: actor.country._id }
  return { label: `${actor.country.name} (country)`, stored: { _type: 'actor' as const, country } }
}

function toKeyPoint({ text, line }: ParsedPoint, context: Context): StoredKeyPoint {
  const { standing, attribution } = guessStanding(text)
  if (standing !== 'confirmed') {
    context.guess(`line ${line}: ${standing}${attribution ? `, said by “${attribution}”` : ''}`)
  } else if (isVaguelyAttributed(text)) {
    context.guess(
      `line ${line}: left as confirmed, but its sentence speaks of what somebody says: please judge`,
    )
  }
  const mentions = findMentions(text, context.reference.countries)
  if (mentions.length > 0) {
    context.guess(`line ${line}: linked ${mentions.map(({ name }) => name).join(', ')}`)
  }
  return {
    _type: 'keyPoint',
    _key: context.newKey(`point ${text}`),
    text: [toBlock(text, { newKey: context.newKey, mentions })],
    standing,
    ...(attribution && { attribution }),
  }
}

function toParagraph(text: string, { reference, newKey }: Context) {
  return toBlock(text, { newKey, mentions: findMentions(text, reference.countries) })
}

function toCategory(parsed: ParsedArticle, { reference, guess }: Context): CategoryOfDesk | undefined {
  const points = parsed.sections.flatMap((section) =>
    section.kind === 'keyPoints' ? section.points.map(({ text }) => text) : section.paragraphs,
  )
  const accent = guessAccent(parsed.headline, [parsed.standfirst, ...points, ...parsed.closing].join(' '))
  const category = reference.categories.find((known) => known.accent === accent)
  if (category) guess(`category ${category.title}, by the words of the text`)
  return category
}

/** Those with a fact box, in the order of the text, then those that the headline names. */
function toCountries(parsed: ParsedArticle, boxes: MatchedFactBox[], { reference, newKey, guess }: Context) {
  const boxed = boxes.flatMap(({ country }) => (country ? [country._id] : []))
  const named = findMentions(parsed.headline, reference.countries).map(({ countryId }) => countryId)
  const ids = [...new Set([...boxed, ...named])]
  const names = ids.map((id) => reference.countries.find(({ _id }) => _id === id)?.name)
  if (ids.length > 0) guess(`countries, in the order of their fact boxes: ${names.join(', ')}`)
  return ids.map((id) => ({ _type: 'reference' as const, _ref: id, _key: newKey(`country ${id}`) }))
}
