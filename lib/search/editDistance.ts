/**
 * How many typing mistakes lie between two words: a letter too many, missing or wrong, or two neighbours that changed
 * places. All that is further apart than `most` counts as `most + 1`: of thousands of words hardly one is near, and the
 * usual libraries reckon each distance to its end (damerau-levenshtein) or count a change of places twice (fastest-levenshtein).
 */
export const editDistance = (one: string, other: string, most: number): number => {
  const [a, b] = [[...one], [...other]]
  const beyond = most + 1
  if (Math.abs(a.length - b.length) > most) return beyond
  // One row for each letter of `a`, one column for each of `b`, and one of each for none.
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? beyond
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    rows.push(line)
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : beyond,
      )
    }
    if (Math.min(...line) > most) return beyond
  }
  return Math.min(at(a.length, b.length), beyond)
}
