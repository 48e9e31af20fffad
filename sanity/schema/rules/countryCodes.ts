/** ISO 3166-1: two letters, three letters, three digits. A code that no place has draws no flag and no map. */
export function checkIso2(code: string | undefined): true | string {
  if (code === undefined) return true
  if (!/^[A-Z]{2}$/.test(code)) return 'Write two capital letters: AM.'
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)
  return name ? true : `No country has the code ${code}.`
}

export function checkIso3(code: string | undefined): true | string {
  return code === undefined || /^[A-Z]{3}$/.test(code) ? true : 'Write three capital letters: ARM.'
}

export function checkIsoNumeric(code: string | undefined): true | string {
  return code === undefined || /^\d{3}$/.test(code)
    ? true
    : 'Write three digits with the zeros in front: 051.'
}
