import { toSlug } from '../../../sanity/schema/rules/slug.ts'
import { referencesTo, type SeedDocument, slugField } from '../documents/document.ts'
import { archiveArticle } from './archiveArticle.ts'
import { type Chance, seededChance, seedOf } from './chance.ts'
import { type Glossary, type GlossaryCountry, glossaryOf } from './glossary.ts'
import type { Grammar } from './grammar.ts'
import { chooseSetting, type Setting, toScene } from './scene.ts'

/** Articles that are made, and written, together, with the running stories they belong to. */
export const articlesInBlock = 200
const storiesInBlock = 3
/** Of a hundred articles so many belong to a running story. */
const shareInStories = 30

const firstDay = Date.UTC(2006, 0, 1)
const lastDay = Date.UTC(2026, 0, 1)
const day = 86_400_000
/** Days that a story may run. */
const longestStory = 600

/**
 * The archive of a seed, as long as one likes: every document depends on the seed and its own number alone, so that
 * ten thousand articles are the first tenth of a hundred thousand.
 */
export class Archive {
  readonly #seed: number
  readonly #grammar: Grammar
  readonly #glossary: Glossary

  /** @param newsroom the documents of the demonstration newsroom, which the archive refers to */
  constructor(newsroom: readonly SeedDocument[], grammar: Grammar, seed: number) {
    this.#seed = seed
    this.#grammar = grammar
    this.#glossary = glossaryOf(newsroom, grammar.withArticle)
  }

  /** Those whom the articles cite, to be there before any of them. */
  sources(): SeedDocument[] {
    return this.#glossary.countries.flatMap((country) =>
      this.#grammar.publishers.map(({ key, name }) => ({
        _id: `source-${this.#sourceName(country, key)}`,
        _type: 'source',
        publisher: name.replace('{name}', country.phrase),
        title: 'Entry of the generated archive',
      })),
    )
  }

  /** The stories and articles of a block, of which `articles` are wanted. */
  block(number: number, articles = articlesInBlock): SeedDocument[] {
    const stories = Array.from({ length: storiesInBlock }, (_, place) =>
      this.#story(number * storiesInBlock + place),
    )
    const first = number * articlesInBlock
    return [
      ...stories.map(({ document }) => document),
      ...Array.from({ length: articles }, (_, place) => this.#article(first + place, stories)),
    ]
  }

  #story(number: number) {
    const chance = seededChance(seedOf(this.#seed, 'story', number))
    const setting = chooseSetting(chance, this.#grammar, this.#glossary)
    const start = firstDay + chance.below((lastDay - firstDay) / day - longestStory) * day
    const { scene } = toScene(chance, setting, this.#glossary, new Date(start))
    const title = this.#grammar.say('storyTitle', scene, chance)
    const document: SeedDocument = {
      _id: `${archivePrefix('story', this.#seed)}${number}`,
      _type: 'story',
      title,
      slug: slugField(`${toSlug(title).slice(0, 70).replace(/-+$/, '')}-${this.#suffix(number)}`),
      summary: this.#grammar.say('storySummary', scene, chance),
      countries: referencesTo('country', [setting.country.slug, setting.neighbour.slug]),
    }
    return { document, setting, start }
  }

  #article(number: number, stories: readonly { document: SeedDocument; setting: Setting; start: number }[]) {
    const chance = seededChance(seedOf(this.#seed, 'article', number))
    const story = chance.happens(shareInStories) ? stories[chance.zipf(stories.length)] : undefined
    const setting = story?.setting ?? chooseSetting(chance, this.#grammar, this.#glossary)
    const time = timeOf(chance, story?.start)
    const { scene, partner } = toScene(chance, setting, this.#glossary, time)
    return archiveArticle(
      {
        id: `${archivePrefix('article', this.#seed)}${number}`,
        suffix: this.#suffix(number),
        setting,
        story: story?.document._id,
      },
      {
        ...{ chance, grammar: this.#grammar, scene, time },
        countries: [setting.country, setting.neighbour, partner],
        nameSource: (country) => this.#sourceName(country, chance.pick(this.#grammar.publishers).key),
      },
      this.#glossary,
    )
  }

  #sourceName({ slug }: GlossaryCountry, publisher: string): string {
    return `archive-${this.#seed}-${slug}-${publisher}`
  }

  #suffix(number: number): string {
    return `${this.#seed.toString(36)}x${number.toString(36)}`
  }
}

/** How the ids of an archive's documents of a type begin. */
export const archivePrefix = (type: string, seed: number) => `${type}-archive-${seed}-`

/** Every document of an archive of so many articles, in an order in which nothing refers to what comes later. */
export function* archiveDocuments(archive: Archive, articles: number): Generator<SeedDocument> {
  yield* archive.sources()
  for (const block of blocksOf(articles)) yield* archive.block(block.number, block.articles)
}

/** The blocks of so many articles: the last may be cut short. */
export function* blocksOf(articles: number): Generator<{ number: number; articles: number }> {
  for (let number = 0; number * articlesInBlock < articles; number += 1)
    yield { number, articles: Math.min(articlesInBlock, articles - number * articlesInBlock) }
}

/** Any time of twenty years; of a story's articles most are written while it is new. */
function timeOf(chance: Chance, start: number | undefined): Date {
  const days = (lastDay - firstDay) / day
  const at =
    start === undefined
      ? firstDay + chance.below(days) * day
      : start + Math.floor(longestStory * chance.next() ** 2) * day
  return new Date(at + (5 + chance.below(16)) * 3_600_000 + chance.below(60) * 60_000)
}
