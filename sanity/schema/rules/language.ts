/** BCP 47, in the spelling that HTML's `lang` and the direction of the page are taken from. */
export function checkLanguage(tag: string | undefined): true | string {
  if (tag === undefined || tag === '') return true
  const words = 'Write a language tag such as en, fr, ar or pt-BR.'
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    if (canonical === undefined) return words
    return canonical === tag ? true : `Spell this language tag ${canonical}.`
  } catch {
    return words
  }
}
