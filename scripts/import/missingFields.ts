/** What must still be done before an article can be published, in the order of the Studio's form. */
export function listMissing(article: Record<string, unknown>): string[] {
  const { headline, standfirst, category, authors, sections } = article
  return [
    typeof headline === 'string' &&
      headline.length > 120 &&
      `shorten the headline to 120 characters (it has ${headline.length})`,
    !standfirst && 'write a standfirst',
    typeof standfirst === 'string' &&
      standfirst.length > 320 &&
      `shorten the standfirst to 320 characters (it has ${standfirst.length})`,
    !category && 'choose the category',
    !hasItems(authors) && 'choose the authors',
    !hasItems(sections) && 'add a section of key points',
  ].filter((need) => typeof need === 'string')
}

const hasItems = (list: unknown) => Array.isArray(list) && list.length > 0
