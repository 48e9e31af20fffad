import { referencesIn } from '../store/referencesIn.ts'

export interface DocumentReference {
  toId: string
  /** A weak reference may point at nothing. */
  weak: boolean
}

/** The outgoing references of a document within its dataset; one that is both weak and strong counts as strong. */
export function findReferences(document: unknown): DocumentReference[] {
  const found = new Map<string, boolean>()
  for (const { toId, weak, foreign } of referencesIn(document)) {
    if (!foreign) found.set(toId, weak && (found.get(toId) ?? true))
  }
  return [...found].map(([toId, weak]) => ({ toId, weak }))
}
