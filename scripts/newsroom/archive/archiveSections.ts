import type { sectionKinds } from '../../../sanity/vocabulary.ts'
import type { SectionSource } from '../sources/articleSource.ts'
import type { Chance } from './chance.ts'
import type { GlossaryCountry } from './glossary.ts'
import type { Grammar, Scene } from './grammar.ts'

/** All that the sections of one article of the archive are made of. */
export interface Report {
  chance: Chance
  grammar: Grammar
  scene: Scene
  /** Who may be quoted and mentioned, the country it is about first. */
  countries: readonly GlossaryCountry[]
  time: Date
  /** The name of a source that stands behind what is said of a country. */
  nameSource: (country: GlossaryCountry) => string
}

type Kind = (typeof sectionKinds)[number]
type KeyPoint = Extract<SectionSource, { section: 'keyPoints' }>['points'][number]

const followers: readonly Kind[] = ['background', 'aims', 'response', 'mediation', 'impact']
const day = 86_400_000

/** Three to seven sections: what happened first, what comes next last. */
export function archiveSections(report: Report): SectionSource[] {
  const { chance } = report
  const middle = followers.filter(() => chance.happens(45))
  const sections: SectionSource[] = [
    keyPoints('development', report),
    ...(middle.length > 0 ? middle : (['background'] as const)).map((kind) => keyPoints(kind, report)),
    keyPoints('whatNext', report),
  ]
  if (chance.happens(25)) sections.splice(1, 0, passage(report))
  if (chance.happens(25)) sections.splice(-1, 0, timeline(report))
  return sections
}

function keyPoints(kind: Kind, report: Report): SectionSource {
  const { chance, grammar, countries, scene } = report
  const heading = chance.pick(grammar.headings[kind] ?? [kind])
  const [country] = countries
  const actor = country && chance.happens(25) ? { actor: country.slug } : {}
  const texts = grouped(grammar.sayAll(kind, scene, chance, 1 + chance.below(7)), chance)
  return {
    section: 'keyPoints',
    heading,
    kind,
    ...actor,
    points: texts.map((text) => point(kind, text, report)),
  }
}

/** Sentences put together by one, two or three. */
function grouped(sentences: readonly string[], chance: Chance): string[] {
  const groups: string[] = []
  for (let place = 0; place < sentences.length; ) {
    const count = 1 + chance.zipf(3)
    groups.push(sentences.slice(place, place + count).join(' '))
    place += count
  }
  return groups
}

function point(kind: Kind, text: string, report: Report): KeyPoint {
  const { chance, countries, nameSource, time } = report
  const country = chance.pick(countries)
  const cited = chance.happens(55) ? [nameSource(country)] : []
  return {
    text: withMention(text, report),
    asOf: dayOf(time, kind === 'background' ? chance.below(400) : chance.below(3)),
    ...standing(country, report),
    sources: cited,
  }
}

function standing(country: GlossaryCountry, { chance, grammar }: Report) {
  const fate = chance.next()
  if (fate < 0.76) return { standing: 'confirmed' as const }
  const attribution = chance.pick(grammar.speakers).replace('{name}', country.phrase)
  if (fate < 0.9) return { standing: 'claimed' as const, attribution }
  return fate < 0.96 ? { standing: 'disputed' as const, attribution } : { standing: 'unverified' as const }
}

/** Now and then a country becomes a link, or the first thing that is named stands out. */
function withMention(text: string, { chance, countries }: Report): string {
  if (!chance.happens(30)) return text
  const { name, slug } = chance.pick(countries)
  return text.replace(name, () => (chance.happens(80) ? `[[country:${slug}|${name}]]` : `**${name}**`))
}

function passage({ grammar, scene, chance }: Report): SectionSource {
  return { section: 'passage', text: grammar.say('passage', scene, chance) }
}

function timeline({ grammar, scene, chance, time }: Report): SectionSource {
  const texts = grammar.sayAll('timeline', scene, chance, 3 + chance.below(3))
  const days = texts.map(() => 3 + chance.below(700)).sort((left, right) => right - left)
  const entries = texts.map((text, place) => ({ date: dayOf(time, days[place] ?? 0), text }))
  return { section: 'timeline', heading: chance.pick(grammar.headings.timeline), entries }
}

/** All the days of the archive: each is written out once. */
const dates = new Map<number, string>()

function dayOf(time: Date, daysBefore: number): string {
  const number = Math.floor(time.getTime() / day) - daysBefore
  const date = dates.get(number) ?? new Date(number * day).toISOString().slice(0, 10)
  dates.set(number, date)
  return date
}
