/** What an import needs to know of a country document. */
export interface KnownCountry {
  _id: string
  name: string
  officialName: string | undefined
  iso2: string
}

/** Adjectives that are not made by adding letters to the country's name. */
const irregular: Record<string, string[]> = {
  AF: ['Afghan'],
  BE: ['Belgian'],
  BR: ['Brazilian'],
  CH: ['Swiss'],
  CN: ['Chinese'],
  CZ: ['Czech'],
  DE: ['German'],
  DK: ['Danish'],
  EG: ['Egyptian'],
  ES: ['Spanish'],
  FI: ['Finnish'],
  FR: ['French'],
  GB: ['British'],
  GR: ['Greek'],
  HU: ['Hungarian'],
  IE: ['Irish'],
  IT: ['Italian'],
  JP: ['Japanese'],
  KG: ['Kyrgyz'],
  KZ: ['Kazakh'],
  LB: ['Lebanese'],
  MX: ['Mexican'],
  MM: ['Burmese'],
  NL: ['Dutch'],
  NO: ['Norwegian'],
  PE: ['Peruvian'],
  PL: ['Polish'],
  PS: ['Palestinian'],
  PT: ['Portuguese'],
  SE: ['Swedish'],
  TH: ['Thai'],
  TR: ['Turkish'],
  UA: ['Ukrainian'],
  US: ['American', 'US', 'U.S.'],
  UZ: ['Uzbek'],
  VN: ['Vietnamese'],
}

const endings = ['n', 'an', 'ian', 'i', 'ese', 'ish']

/** Whether `word` is the adjective of a country: Armenian, Azerbaijani, French. */
export function isAdjectiveOf(word: string, { name, iso2 }: Pick<KnownCountry, 'name' | 'iso2'>): boolean {
  return (irregular[iso2] ?? []).includes(word) || endings.some((ending) => word === `${name}${ending}`)
}

/** Every country's English name, for headings about countries that have no document. */
export function worldCountries(): { name: string; iso2: string }[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((iso2) => {
      const name = names.of(iso2)
      return name ? [{ name, iso2 }] : []
    })
}
