/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react'
import { RelationBox } from '../../../components/article/RelationBox.tsx'
import { RelationPage } from '../../../components/country/RelationPage.tsx'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { Relation } from '../../../lib/model/relation.ts'
import { trailsFor } from '../../../lib/model/trails.ts'
import { aRelation, armenia, azerbaijan } from '../../fixtures/country.ts'
import { aTeaser } from '../../fixtures/teaser.ts'

const words = wordsFor('en')
const aRelationPage = (changes: Partial<Relation> = {}): Relation => ({
  revision: 'rev-relation-1',
  href: '/countries/armenia/azerbaijan',
  countries: [armenia, azerbaijan],
  summary: 'Neighbours without diplomatic ties since independence.',
  events: [
    { key: 'e1', date: '1994', text: 'A ceasefire ends the first war.' },
    { key: 'e2', date: '2020-11-10', text: 'A ceasefire ends the second war.' },
  ],
  articles: [aTeaser()],
  ...changes,
})
const read = (relation: Relation) =>
  render(<RelationPage relation={relation} breadcrumb={trailsFor(words).countries} words={words} />)
const addressOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

describe('the page of a relation', () => {
  it('is headed by both countries, each a link, and shows both on one map', () => {
    read(aRelationPage())
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Armenia and Azerbaijan')
    expect([addressOf('Armenia'), addressOf('Azerbaijan')]).toEqual([
      '/countries/armenia',
      '/countries/azerbaijan',
    ])
    expect(
      screen.getAllByRole('img', { name: /^Map/ }).map((map) => map.getAttribute('aria-labelledby')),
    ).toEqual(['pair-map'])
  })

  it('tells its events in their order and lists the articles about both', () => {
    read(aRelationPage())
    const events = within(screen.getByRole('region', { name: 'How it came to this' }))
    expect(events.getAllByRole('listitem').map((event) => event.querySelector('time')?.dateTime)).toEqual([
      '1994',
      '2020-11-10',
    ])
    expect(
      within(screen.getByRole('region', { name: 'Articles about both' })).getAllByRole('article'),
    ).toHaveLength(1)
  })

  it('says what it does not have yet', () => {
    read(aRelationPage({ events: [], articles: [] }))
    expect(screen.getByText('No events have been recorded yet.')).toBeTruthy()
    expect(screen.getByText('We have not published an article about both countries yet.')).toBeTruthy()
  })

  it('shows each on its own map where half the world lies between them', () => {
    const chile = { ...azerbaijan, name: 'Chile', iso2: 'CL', isoNumeric: '152' }
    read(aRelationPage({ countries: [armenia, chile] }))
    expect(screen.getAllByRole('img', { name: /Map: where (Armenia|Chile) lies/ })).toHaveLength(2)
  })
})

describe('a relation under an article', () => {
  it('leads to its whole history', () => {
    render(<RelationBox relation={aRelation()} words={words} />)
    expect(addressOf('Armenia and Azerbaijan: the full history')).toBe('/countries/armenia/azerbaijan')
  })
})
