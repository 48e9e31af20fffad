/** Languages that are written from right to left, by their primary subtag. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** The direction in which a language (BCP 47) is read. */
export const directionOf = (language: string): 'ltr' | 'rtl' => {
  const [primary = '', script = ''] = language.toLowerCase().split('-')
  if (script === 'latn' || script === 'cyrl') return 'ltr'
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr'
}
