import { guessAccent } from '../../../scripts/import/guessCategory.ts'
import { guessActor, guessKind } from '../../../scripts/import/guessSection.ts'
import { guessStanding, isVaguelyAttributed } from '../../../scripts/import/guessStanding.ts'

const country = (name: string, iso2: string) => ({
  _id: `country-${name.toLowerCase()}`,
  name,
  officialName: undefined,
  iso2,
})
const countries = [country('Armenia', 'AM'), country('Azerbaijan', 'AZ'), country('France', 'FR')]

describe('guessing the kind of a section from its heading', () => {
  it.each([
    ['Azerbaijan’s Offensive', 'development'],
    ['Historical Context', 'background'],
    ['Azerbaijan’s Objectives', 'aims'],
    ['Armenian Response', 'response'],
    ['International Involvement', 'mediation'],
    ['Russian Mediation', 'mediation'],
    ['Western Response', 'response'],
    ['Humanitarian Toll', 'impact'],
    ['What happens next', 'whatNext'],
    ['A Road in Winter', undefined],
  ])('%s → %s', (heading, kind) => {
    expect(guessKind(heading)).toBe(kind)
  })
})

describe('guessing who a section is about', () => {
  it('finds the country in a genitive, with either apostrophe', () => {
    expect(guessActor('Azerbaijan’s Offensive', countries)).toEqual({ country: countries[1] })
    expect(guessActor("Armenia's Offer", countries)).toEqual({ country: countries[0] })
  })

  it('finds the country in an adjective', () => {
    expect(guessActor('Armenian Response', countries)).toEqual({ country: countries[0] })
    expect(guessActor('French Mediation', countries)).toEqual({ country: countries[2] })
  })

  it('gives the name alone of a country without a document, and of those who are no country', () => {
    expect(guessActor('Russian Mediation', countries)).toEqual({ name: 'Russia' })
    expect(guessActor('Western Response', countries)).toEqual({ name: 'The West' })
    expect(guessActor('EU Statement', countries)).toEqual({ name: 'the European Union' })
  })

  it('names nobody when the heading does not', () => {
    expect(guessActor('Historical Context', countries)).toBeUndefined()
    expect(guessActor('International Involvement', countries)).toBeUndefined()
  })
})

describe('guessing how a point stands', () => {
  it('calls a claim one only when the sentence says whose it is', () => {
    expect(guessStanding('The ministry of transport said the road will stay open.')).toEqual({
      standing: 'claimed',
      attribution: 'The ministry of transport',
    })
    expect(guessStanding('According to the union, the detour cost two days.')).toEqual({
      standing: 'claimed',
      attribution: 'The union',
    })
    expect(guessStanding('They have reported the capture of sixty posts.').standing).toBe('confirmed')
  })

  it('calls unverified what the sentence itself calls so', () => {
    expect(guessStanding('Figures remain unverified, but a local official reported ten dead.')).toEqual({
      standing: 'unverified',
      attribution: 'A local official',
    })
    expect(guessStanding('The number could not be independently verified.').standing).toBe('unverified')
  })

  it('asks the editor to look where somebody says it and nobody is named', () => {
    expect(isVaguelyAttributed('They have reported the capture of sixty posts.')).toBe(true)
    expect(isVaguelyAttributed('The road was closed.')).toBe(false)
  })
})

describe('guessing the desk', () => {
  it('takes the desk whose words lead clearly', () => {
    expect(guessAccent('Military operation begins', 'Troops and artillery crossed the line.')).toBe(
      'conflict',
    )
  })

  it('leaves it to the editor when no desk leads', () => {
    expect(guessAccent('A quiet day', 'Nothing happened in the village.')).toBeUndefined()
    expect(guessAccent('War and trade', 'War hurts trade; trade ends war.')).toBeUndefined()
  })
})
