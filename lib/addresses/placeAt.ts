const TYPES: Record<string, string> = {
  articles: 'article',
  categories: 'category',
  countries: 'country',
  topics: 'topic',
  stories: 'story',
  authors: 'author',
}

/** Which document would stand at an address: its type and slug. The other way round from `addressOfDocument`. */
export const placeAt = (address: string): { type: string; slug: string } | undefined => {
  const [section = '', slug, ...deeper] = address.split('/').slice(1).map(decode)
  if (deeper.length > 0 || section === '') return undefined
  if (slug === undefined) return { type: 'page', slug: section }
  const type = TYPES[section]
  return type === undefined ? undefined : { type, slug }
}

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
