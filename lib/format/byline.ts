/** Names as a byline prints them: "A", "A and B", "A, B and C". */
export const formatNames = (names: string[]): string => {
  const last = names.at(-1)
  if (last === undefined) return ''
  const before = names.slice(0, -1).join(', ')
  return before === '' ? last : `${before} and ${last}`
}
