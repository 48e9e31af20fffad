import type { DocumentReference } from '../store/documentReferences.ts'
import { isRecord } from '../store/documents.ts'

/** References to documents elsewhere: nothing in this dataset answers for them. */
const foreign = new Set(['crossDatasetReference', 'globalDocumentReference'])

/** The outgoing references of a document; one that is both weak and strong counts as strong. */
export function findReferences(document: unknown): DocumentReference[] {
  const found = new Map<string, boolean>()
  collect(document, found)
  return [...found].map(([toId, weak]) => ({ toId, weak }))
}

function collect(value: unknown, found: Map<string, boolean>): void {
  if (Array.isArray(value)) {
    for (const element of value) collect(element, found)
    return
  }
  if (!isRecord(value)) return
  if (typeof value._ref === 'string' && !(typeof value._type === 'string' && foreign.has(value._type))) {
    const weak = value._weak === true
    found.set(value._ref, weak && (found.get(value._ref) ?? true))
  }
  for (const field of Object.values(value)) collect(field, found)
}
