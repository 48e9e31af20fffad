const stringAppendString = 22
const stringAppendSlice = 23

/**
 * Mendoza operations that build `right` from the ends of `left`, or undefined when they share no end.
 * Offsets count bytes of UTF-8. Only a slice from the start and one to the end are ever taken: some
 * readers of the format count slices from the middle of a text wrongly when it is not all ASCII.
 */
export function diffString(left: string, right: string): unknown[] | undefined {
  const leftPoints = [...left]
  const rightPoints = [...right]
  const shorter = Math.min(leftPoints.length, rightPoints.length)
  let start = 0
  while (start < shorter && leftPoints[start] === rightPoints[start]) start += 1
  let end = 0
  while (end < shorter - start && leftPoints.at(-1 - end) === rightPoints.at(-1 - end)) end += 1
  if (start + end === 0) return undefined
  const size = Buffer.byteLength(left)
  const head = Buffer.byteLength(leftPoints.slice(0, start).join(''))
  const tail = Buffer.byteLength(leftPoints.slice(leftPoints.length - end).join(''))
  const middle = rightPoints.slice(start, rightPoints.length - end).join('')
  return [
    ...(start > 0 ? [stringAppendSlice, 0, head] : []),
    ...(middle === '' ? [] : [stringAppendString, middle]),
    ...(end > 0 ? [stringAppendSlice, size - tail, size] : []),
  ]
}
