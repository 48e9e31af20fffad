/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { CountriesPage } from '../../../components/country/CountriesPage.tsx'
import { CountryGlance } from '../../../components/country/CountryGlance.tsx'
import { CountryPage } from '../../../components/country/CountryPage.tsx'
import { FactBox } from '../../../components/country/FactBox.tsx'
import { FactList } from '../../../components/country/FactList.tsx'
import { Flag } from '../../../components/country/Flag.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { Fact, FactKind } from '../../../lib/model/country.ts'
import { aCountriesIndex, aCountry, aFactBox, armenia, azerbaijan } from '../../fixtures/country.ts'

const words = wordsFor('en')

const aFact = (kind: FactKind, value: string, checkedOn: string | undefined): Fact => ({
  key: kind,
  kind,
  value,
  checkedOn,
  sourceName: undefined,
})
const factOf = (label: string) => screen.getByText(label).parentElement?.querySelector('dd')?.textContent

describe('a fact box', () => {
  it('is named by its country and leads to the country’s page', () => {
    render(<FactBox words={words} factBox={aFactBox()} others={[aFactBox({ country: azerbaijan })]} />)
    const box = screen.getByRole('region', { name: 'Armenia' })
    expect(within(box).getByRole('link', { name: 'Armenia' }).getAttribute('href')).toBe('/countries/armenia')
  })

  it('says where the country lies for those who do not see the map', () => {
    render(<FactBox words={words} factBox={aFactBox()} others={[]} />)
    const map = screen.getByRole('img', { name: /Map: where Armenia lies/ })
    expect(map.querySelector('desc')?.textContent).toMatch(/Georgia/)
  })

  it('prints no map for a country that the atlas does not know', () => {
    render(
      <FactBox
        words={words}
        factBox={aFactBox({ country: { ...armenia, isoNumeric: '999' } })}
        others={[]}
      />,
    )
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getByText('Yerevan')).toBeTruthy()
  })
})

describe('the facts of a country', () => {
  it('says once when all were checked on one day', () => {
    render(
      <FactList
        words={words}
        facts={[aFact('capital', 'Yerevan', '2023-08'), aFact('currency', 'Dram', '2023-08')]}
      />,
    )
    expect(screen.getAllByText('Checked in August 2023')).toHaveLength(1)
    expect(factOf('Capital')).toBe('Yerevan')
  })

  it('vouches for no fact that nobody has checked', () => {
    const { container } = render(
      <FactList
        words={words}
        facts={[
          aFact('capital', 'Yerevan', '2023-08'),
          aFact('currency', 'Dram', '2023-08'),
          aFact('area', '29,743 km²', undefined),
        ]}
      />,
    )
    expect(factOf('Area')).toBe('29,743 km²')
    expect(factOf('Capital')).toBe('Yerevanchecked in August 2023')
    expect(container.textContent).not.toContain('unless stated otherwise')
  })

  it('says beside a fact that it was checked on another day than the rest', () => {
    render(
      <FactList
        words={words}
        facts={[
          aFact('capital', 'Yerevan', '2023-08'),
          aFact('currency', 'Dram', '2023-08'),
          aFact('area', '29,743 km²', '2021'),
        ]}
      />,
    )
    expect(factOf('Area')).toBe('29,743 km²checked in 2021')
    expect(screen.getByText('Checked in August 2023, unless stated otherwise')).toBeTruthy()
  })

  it('sums up a country in a line that opens', () => {
    render(<CountryGlance words={words} factBox={aFactBox()} />)
    expect(document.querySelector('summary')?.textContent).toBe(
      'ArmeniaCapital: Yerevan Population: 2.8 million ',
    )
    expect(screen.getByRole('group')).toBeTruthy()
  })
})

describe('a country in a French edition', () => {
  it('has its facts, their checking and its map in French', () => {
    render(<FactBox words={wordsFor('fr')} factBox={aFactBox()} others={[]} />)
    expect(factOf('Langue officielle')).toBe('Armenianvérifié le 1er août 2023')
    expect(screen.getByRole('img', { name: /Carte de situation\s: Armenia/ })).toBeTruthy()
  })
})

describe('a flag', () => {
  it('is silent beside the name that it stands with', () => {
    render(<Flag iso2="am" size="line" />)
    expect(document.querySelector('img')?.getAttribute('alt')).toBe('')
  })

  it('is left out for a code that nobody has', () => {
    render(<Flag iso2="ZZ" size="line" />)
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('a country’s page', () => {
  it('shows names, facts, news point by point, articles, relations and neighbours', () => {
    render(<CountryPage page={aCountry()} words={words} />)
    expect(screen.getByRole('heading', { level: 1, name: 'Armenia' })).toBeTruthy()
    for (const part of ['Republic of Armenia', 'Western Asia']) expect(screen.getByText(part)).toBeTruthy()
    const news = screen.getByRole('region', { name: 'In the news' })
    expect(within(news).getByText('Claimed')).toBeTruthy()
    expect(within(news).getByRole('link').getAttribute('href')).toBe('/articles/ceasefire#p1')
    expect(
      within(screen.getByRole('region', { name: 'Articles about Armenia' })).getAllByRole('article'),
    ).toHaveLength(1)
    expect(screen.getByRole('region', { name: 'Armenia and Azerbaijan' })).toBeTruthy()
    const neighbours = screen.getByRole('region', { name: 'Neighbours' })
    expect(within(neighbours).getByRole('link', { name: 'Azerbaijan' })).toBeTruthy()
  })

  it('draws its coverage by month, with the numbers in a table for those who do not see', () => {
    const months = [
      { month: '2023-09', articles: 2 },
      { month: '2023-10', articles: 0 },
      { month: '2023-11', articles: 5 },
    ]
    render(<CountryPage page={aCountry({ coverage: { months } })} words={words} />)
    const table = screen.getByRole('table', { name: 'Articles about Armenia by month' })
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual(['MonthArticles', 'September 20232', 'November 20235'])
    expect(screen.getByRole('region', { name: 'Our coverage' }).querySelectorAll('rect')).toHaveLength(2)
  })

  it('leaves out what there is nothing of', () => {
    render(
      <CountryPage
        words={words}
        page={aCountry({
          inTheNews: [],
          articles: [],
          relations: [],
          neighbours: [],
          about: undefined,
          coverage: undefined,
        })}
      />,
    )
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([])
  })
})

describe('the list of countries', () => {
  it('links every country, in its region and on the map, with the number of articles', () => {
    render(<CountriesPage index={aCountriesIndex()} words={words} />)
    const asia = screen.getByRole('region', { name: 'Asia' })
    expect(within(asia).getByRole('link', { name: 'Armenia' })).toBeTruthy()
    expect(within(asia).getByText('1 article')).toBeTruthy()
    const onMap = screen.getByRole('link', { name: 'Armenia: 3 articles' })
    expect(onMap.getAttribute('href')).toBe('/countries/armenia')
    const legend = screen.getByText('Articles about a country').parentElement
    expect(legend?.textContent).toContain('1')
  })
})
