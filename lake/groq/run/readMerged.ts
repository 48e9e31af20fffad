import type { QueryDocument } from './documentSource.ts'

/** Several lists in the order of ids as one, every document once. */
export function* readMerged(lists: readonly Iterable<QueryDocument>[]): Generator<QueryDocument> {
  const readers = lists.map((list) => list[Symbol.iterator]())
  try {
    const heads = readers.map((reader) => next(reader))
    for (let least = leastOf(heads); least; least = leastOf(heads)) {
      yield least
      for (const [place, reader] of readers.entries()) {
        if (heads[place]?._id === least._id) heads[place] = next(reader)
      }
    }
  } finally {
    for (const reader of readers) reader.return?.()
  }
}

function next(reader: Iterator<QueryDocument>): QueryDocument | undefined {
  const { done, value } = reader.next()
  return done ? undefined : value
}

function leastOf(heads: readonly (QueryDocument | undefined)[]): QueryDocument | undefined {
  let least: QueryDocument | undefined
  for (const head of heads) if (head && (!least || head._id < least._id)) least = head
  return least
}
