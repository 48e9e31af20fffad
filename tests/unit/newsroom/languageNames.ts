const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** English names of ISO 639's languages that Node does not know, or knows by another spelling. */
const alsoNamed = {
  Bengali: 'ben',
  Chichewa: 'nya',
  Dhivehi: 'div',
  'Jamaican Creole': 'jam',
  Kituba: 'ktu',
  'Korean Sign Language': 'kvk',
  'Mandarin Chinese': 'cmn',
  Mískito: 'miq',
  Nahuatl: 'nah',
  Nauruan: 'nau',
  'New Zealand Sign Language': 'nzs',
  Shuar: 'jiv',
  Slovene: 'slv',
  'Standard Chinese': 'cmn',
  Sámi: 'smi',
  Tamazight: 'zgh',
  Tuvaluan: 'tvl',
}

/** The names in English that Node gives to the codes of ISO 639, of two letters and of three. */
export function languageNames(): Set<string> {
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((third) => pair + third))]
  return new Set([...codes.flatMap((code) => english.of(code) ?? []), ...Object.keys(alsoNamed)])
}
