import { textSize } from '../../../components/card/textSize.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { isSettable } from '../../../lib/model/settable.ts'
import {
  toArticleCard,
  toAuthorCard,
  toCategoryCard,
  toCountryCard,
  toRelationCard,
  toStoryCard,
  toTopicCard,
} from '../../../lib/model/toCard.ts'
import { toCardTimeline } from '../../../lib/model/toCardTimeline.ts'
import { anArticle } from '../../fixtures/article.ts'
import { aCountry } from '../../fixtures/country.ts'
import { aSite } from '../../fixtures/front.ts'
import { aStory } from '../../fixtures/story.ts'

const site = aSite()
const words = wordsFor('en')
const { country: armenia, neighbours } = aCountry()
const azerbaijan = { ...armenia, id: 'az', name: 'Azerbaijan', iso2: 'AZ', isoNumeric: '031' }

describe('the card of an article', () => {
  it('has the headline, the kicker in the colour of the category, and the flags of the countries', () => {
    expect(toArticleCard(anArticle(), site, undefined)).toMatchObject({
      siteName: 'Meridian',
      kicker: 'South Caucasus',
      accent: 'conflict',
      name: 'Azerbaijan begins an operation in Nagorno-Karabakh',
      flags: ['AM', 'AZ'],
    })
  })

  it('leaves out a headline that its typefaces cannot set, and says the category instead of such a kicker', () => {
    const card = toArticleCard(
      anArticle({ headline: 'زلزال يضرب المغرب', kicker: 'المغرب' }),
      site,
      'data:image/jpeg;base64,AA',
    )
    expect(card).toMatchObject({
      name: undefined,
      kicker: 'Conflict',
      beside: { kind: 'picture', src: 'data:image/jpeg;base64,AA' },
    })
  })
})

describe('the card of a page that is no article', () => {
  it('is a section on its own colour', () => {
    const category = { label: 'Climate', href: '/categories/climate', accent: 'climate' as const }
    expect(toCategoryCard(category, 'Talks and weather.', site, words)).toMatchObject({
      kicker: 'Section',
      ground: 'accent',
      accent: 'climate',
      name: 'Climate',
      text: 'Talks and weather.',
    })
  })

  it('is a country with its flag and where it lies among its neighbours', () => {
    expect(toCountryCard(aCountry(), neighbours, site, words)).toMatchObject({
      kicker: 'Country',
      name: 'Armenia',
      flags: ['AM'],
      beside: {
        kind: 'locator',
        subject: armenia.isoNumeric,
        neighbours: neighbours.map(({ isoNumeric }) => isoNumeric),
      },
    })
  })

  it('is two countries on one map', () => {
    expect(toRelationCard([armenia, azerbaijan], site, words)).toMatchObject({
      name: 'Armenia and Azerbaijan',
      flags: ['AM', 'AZ'],
      beside: { kind: 'pair', subjects: [armenia.isoNumeric, '031'] },
    })
  })

  it('is a topic or an author with what is said of them', () => {
    expect(toTopicCard({ name: 'Ceasefires', description: 'Where arms rest.' }, site, words)).toMatchObject({
      kicker: 'Topic',
      name: 'Ceasefires',
      text: 'Where arms rest.',
    })
    expect(toAuthorCard({ name: 'Ani', role: 'Correspondent' }, site, 'data:,', words)).toMatchObject({
      name: 'Ani',
      text: 'Correspondent',
      beside: { kind: 'picture', src: 'data:,' },
    })
  })

  it('is a story with its dated points in time', () => {
    const story = aStory()
    const card = toStoryCard(story, site, words)
    expect(card).toMatchObject({ kicker: 'The story so far', name: story.story.label })
    expect(card.timeline?.points).toHaveLength(story.days.length)
  })

  it('leaves out every name and word that its typefaces cannot set, that of the site too', () => {
    const topic = { name: 'الهدنة', description: 'وقف إطلاق النار' }
    expect(toTopicCard(topic, aSite({ name: 'الخط' }), words)).toMatchObject({
      siteName: undefined,
      name: undefined,
      text: undefined,
      kicker: 'Topic',
    })
    const hayastan = { ...aCountry(), country: { ...armenia, name: 'Հայաստան' }, officialName: 'Հայաստան' }
    expect(toCountryCard(hayastan, [], site, words)).toMatchObject({ name: undefined, text: undefined })
  })

  it('says the name of the site where it would be empty, and a country’s name but once', () => {
    expect(toTopicCard({ name: 'الهدنة', description: undefined }, site, words).name).toBe('Meridian')
    const chad = { ...aCountry(), country: { ...armenia, name: 'Chad' }, officialName: 'Chad' }
    expect(toCountryCard(chad, [], site, words)).toMatchObject({ name: 'Chad', text: undefined })
  })

  it('speaks the language of the edition', () => {
    const french = wordsFor('fr')
    expect(toRelationCard([armenia, azerbaijan], site, french).name).toBe('Armenia et Azerbaijan')
    expect(toCountryCard(aCountry(), [], site, french).kicker).toBe('Pays')
  })
})

describe('the timeline of a card', () => {
  it('puts each date where it falls between the first and the last', () => {
    expect(toCardTimeline(['2023-09-30', '2023-09-10', '2023-09-15'], words)).toEqual({
      points: [0, 0.25, 1],
      first: '10 September 2023',
      last: '30 September 2023',
    })
    expect(toCardTimeline(['2024', '2020'], words)).toMatchObject({ first: '2020', last: '2024' })
  })

  it('is none where all is of one day, or nothing is dated', () => {
    expect(toCardTimeline(['2023-09-30', '2023-09-30'], words)).toBeUndefined()
    expect(toCardTimeline([], words)).toBeUndefined()
  })
})

describe('what the typefaces of cards can set', () => {
  it.each(['Łódź’s “mayor” — 3,5 % (½)', 'Türkiye: İstanbul', 'Đà Nẵng & Curaçao'])('is “%s”', (text) => {
    expect(isSettable(text)).toBe(true)
  })

  it.each(['خبر', 'חדשות', 'Новости', '新闻', 'An emoji 🙂'])('is not “%s”', (text) => {
    expect(isSettable(text)).toBe(false)
  })
})

describe('the size of words on a card', () => {
  const room = { width: 500, height: 300 }

  it('is smaller for more of them', () => {
    const sizes = [2, 8, 12, 20, 40].map((count) => textSize(Array(count).fill('words').join(' '), room))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(new Set(sizes).size).toBeGreaterThan(3)
  })

  it('leaves a long word whole', () => {
    expect(textSize('Liechtenstein', room)).toBeLessThan(textSize('In Chad so', room))
  })
})
