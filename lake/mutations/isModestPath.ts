const [mostParts, mostRanges, longest] = [100, 4, 1_000]

/**
 * Whether a path of a patch looks at each part of a document a few times at most: it descends with `..` once, chooses
 * with commas in one place, among a hundred places or four ranges, and is a thousand characters long. What does more
 * takes the engine a time that grows with the power of the document's size.
 */
export function isModestPath(path: string): boolean {
  const bare = path.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '')
  const unions = (bare.match(/\[[^[\]]*\]/g) ?? []).filter((part) => part.includes(','))
  const [union = ''] = unions
  const descents = bare.split('..').length - 1
  return (
    path.length <= longest &&
    descents + unions.length <= 1 &&
    union.split(',').length <= mostParts &&
    union.split(':').length - 1 <= mostRanges
  )
}
