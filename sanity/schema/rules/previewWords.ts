/** `count(['a', 'b'], 'point')` → "2 points". Previews get a list as an object with numbers for keys. */
export function count(list: unknown, noun: string): string {
  const number = typeof list === 'object' && list !== null ? Object.keys(list).length : 0
  return `${number} ${number === 1 ? noun : `${noun}s`}`
}

/** The parts that are there, joined for a preview's second line. */
export function joinParts(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}
