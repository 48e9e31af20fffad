const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const longest = 96

/** A title as the last part of an address: lower case, without accents, words joined by hyphens, at most 96 long. */
export function toSlug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= longest) return words
  const cut = words.lastIndexOf('-', longest)
  return words.slice(0, cut > 0 ? cut : longest)
}

/** For a Sanity `custom` rule: absent passes here, so that "required" can say so in its own words. */
export function checkSlug(slug: { current?: string } | undefined): true | string {
  const current = slug?.current
  if (current === undefined || current === '') return true
  if (current.length > longest) return `Shorten the address to ${longest} characters.`
  if (!kebabCase.test(current)) {
    return 'Use small letters a–z, digits and single hyphens in the address: "peace-talks-resume".'
  }
  return true
}
