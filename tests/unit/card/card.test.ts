import { headlineSize } from '../../../components/card/headlineSize.ts'
import { isSettable, toCard } from '../../../lib/model/toCard.ts'
import { anArticle } from '../../fixtures/article.ts'
import { aSite } from '../../fixtures/front.ts'

describe('the card of an article', () => {
  it('has the headline, the kicker in the colour of the category, and the flags of the countries', () => {
    expect(toCard(anArticle(), aSite(), undefined)).toMatchObject({
      siteName: 'Meridian',
      kicker: 'South Caucasus',
      accent: 'conflict',
      headline: 'Azerbaijan begins an operation in Nagorno-Karabakh',
      flags: ['AM', 'AZ'],
    })
  })

  it('leaves out a headline that its typefaces cannot set, and says the category instead of such a kicker', () => {
    const card = toCard(
      anArticle({ headline: 'زلزال يضرب المغرب', kicker: 'المغرب' }),
      aSite(),
      'data:image/jpeg;base64,AA',
    )
    expect(card).toMatchObject({
      headline: undefined,
      kicker: 'Conflict',
      picture: 'data:image/jpeg;base64,AA',
    })
  })

  it.each(['Łódź’s “mayor” — 3,5 % (½)', 'Türkiye: İstanbul', 'Đà Nẵng & Curaçao'])('sets “%s”', (text) => {
    expect(isSettable(text)).toBe(true)
  })

  it.each(['خبر', 'חדשות', 'Новости', '新闻', 'An emoji 🙂'])('does not set “%s”', (text) => {
    expect(isSettable(text)).toBe(false)
  })

  it('sets a longer headline smaller', () => {
    const sizes = [10, 50, 80, 110, 150, 300].map((letters) => headlineSize('a'.repeat(letters)))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(new Set(sizes).size).toBe(6)
  })
})
