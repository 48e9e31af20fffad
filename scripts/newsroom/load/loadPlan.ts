import type { SeedDocument } from '../documents/document.ts'

/** Hosted datasets take larger transactions; small ones keep progress visible and messages readable. */
const documentsInTransaction = 100

export interface LoadPlan {
  /** What to write, transaction by transaction. */
  batches: SeedDocument[][]
  /** Written weakly at first because they refer to documents of a later batch; to be written again as they are. */
  forwardReferring: SeedDocument[]
}

/**
 * How to write documents that refer to one another, when a strong reference may only point at what exists.
 * `existing` are the ids that the dataset already holds.
 */
export function planLoad(documents: SeedDocument[], existing: Set<string>): LoadPlan {
  const present = new Set(existing)
  const forwardReferring: SeedDocument[] = []
  const batches = batchesOf(documents, documentsInTransaction).map((batch) => {
    for (const { _id } of batch) present.add(_id)
    return batch.map((document) => {
      const weakened = weakenMissing(document, present)
      if (weakened !== document) forwardReferring.push(document)
      return weakened
    })
  })
  return { batches, forwardReferring }
}

export function batchesOf<T>(values: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  )
}

/** The same document when all it refers to is present. */
function weakenMissing(document: SeedDocument, present: Set<string>): SeedDocument {
  let changed = false
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    if (value === null || typeof value !== 'object') return value
    if ('_ref' in value && typeof value._ref === 'string' && !present.has(value._ref)) {
      changed = true
      return { ...value, _weak: true }
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]))
  }
  const weakened = Object.fromEntries(Object.entries(document).map(([key, value]) => [key, visit(value)]))
  return changed ? { ...weakened, _id: document._id, _type: document._type } : document
}
