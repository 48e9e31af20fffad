import codes from 'i18n-iso-countries/codes.json'
import type { InterfaceLanguage } from '../../lib/format/words/interfaceLanguage.ts'
import type { Land } from './topology.ts'

/** The atlas shortens names with full stops; a reader should not have to guess them. */
const SPELLED_OUT: Record<string, string> = {
  'Bosnia and Herz.': 'Bosnia-Herzegovina',
  'Central African Rep.': 'Central African Republic',
  'Dem. Rep. Congo': 'DR Congo',
  'Dominican Rep.': 'Dominican Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  'N. Cyprus': 'Northern Cyprus',
  'S. Sudan': 'South Sudan',
  'W. Sahara': 'Western Sahara',
  'Solomon Is.': 'Solomon Islands',
  'United States of America': 'United States',
  eSwatini: 'Eswatini',
  Macedonia: 'North Macedonia',
  Turkey: 'Türkiye',
}

/** Alpha-2 codes by numeric ones; Kosovo's are of the ranges that ISO leaves to its users. */
const ALPHA_2 = new Map([
  ...codes.map(([alpha2 = '', , numeric = '']): [string, string] => [numeric, alpha2]),
  ['983', 'XK'],
])

/** What the common data have no name for, or another than newsrooms use. */
const FRENCH: Record<string, string> = {
  'Hong Kong': 'Hong Kong',
  'Indian Ocean Ter.': 'Territoires de l’océan Indien',
  Macao: 'Macao',
  'N. Cyprus': 'Chypre du Nord',
  Palestine: 'Palestine',
}
const frenchNames = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })

/** What a land is called on maps in a language. */
export const landName = ({ name, isoNumeric }: Land, language: InterfaceLanguage): string => {
  switch (language) {
    case 'en':
      return SPELLED_OUT[name] ?? name
    case 'fr':
      return FRENCH[name] ?? inFrench(ALPHA_2.get(isoNumeric)) ?? SPELLED_OUT[name] ?? name
  }
}

/** Without the second name that some have in brackets: a map has no room for it. */
const inFrench = (alpha2: string | undefined) =>
  alpha2 === undefined ? undefined : frenchNames.of(alpha2)?.replace(/ \(.*\)$/, '')
