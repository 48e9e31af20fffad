import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { storedText } from '../store/documentFields.ts'
import type { DocumentIndex } from '../store/documentIndex.ts'
import { strongReferrersOf } from '../store/documentReferences.ts'
import { documentExists, readDocument } from '../store/documents.ts'
import { checkLimits } from './checkLimits.ts'
import { releaseDocumentId, releaseOf } from './documentIds.ts'
import { findReferences } from './findReferences.ts'
import { failures } from './mutationFailure.ts'
import type { StagedDocument } from './staging.ts'

/**
 * Refuses a transaction that would leave a strong reference pointing at nothing, a document that is larger than
 * one may be, or a scheduled release with other documents than it was scheduled with. References that were broken
 * before it are not its fault.
 *
 * @param indexOf what is found in a document that the transaction leaves
 *
 * @throws MutationFailure 409, 400
 */
export function checkIntegrity(
  database: DatabaseSync,
  dataset: string,
  touched: readonly StagedDocument[],
  indexOf: (document: SanityDocument) => DocumentIndex,
): void {
  const staged = new Map(touched.map((document) => [document.id, document]))
  const stored = new Map<string, boolean>()
  const isStored = (id: string) => {
    const known = stored.get(id) ?? documentExists(database, dataset, id)
    stored.set(id, known)
    return known
  }
  const exists = (id: string) => {
    const document = staged.get(id)
    return document ? document.after !== undefined : isStored(id)
  }
  const release = (id: string) => {
    const document = staged.get(id)
    const stored = document ? document.before : readDocument(database, dataset, id)
    return { before: stored, after: document ? document.after : stored }
  }
  for (const document of touched) {
    requireUnlocked(document, release)
    if (document.after) {
      checkLimits(document.after)
      requireTargets(document, indexOf(document.after), exists)
    }
    if (isGone(document)) requireNoReferrers(database, dataset, document.id, staged)
  }
}

/** Of another type it is another document: whoever pointed at the one would not have meant the other. */
function isGone({ before, after }: StagedDocument): boolean {
  return !after || (before !== undefined && before._type !== after._type)
}

/** While a release is scheduled its documents stay as they are, whichever way somebody would change them. */
function requireUnlocked(
  { id }: StagedDocument,
  release: (id: string) => { before: SanityDocument | undefined; after: SanityDocument | undefined },
): void {
  const releaseId = releaseOf(id)
  if (releaseId === undefined) return
  const { before, after } = release(releaseDocumentId(releaseId))
  if (before?.state === 'scheduled' && after?.state === 'scheduled') throw failures.locked(id, releaseId)
}

function requireTargets(
  { id, before }: StagedDocument,
  { references }: DocumentIndex,
  exists: (id: string) => boolean,
): void {
  const old = new Set(strongTargets(before).map(storedText))
  const dangling = references.find(
    ({ target, strong }) => strong && target !== id && !old.has(target) && !exists(target),
  )?.target
  if (dangling !== undefined) throw failures.dangling(id, dangling)
}

function requireNoReferrers(
  database: DatabaseSync,
  dataset: string,
  id: string,
  staged: ReadonlyMap<string, StagedDocument>,
): void {
  const untouched = strongReferrersOf(database, dataset, id).filter((referrer) => !staged.has(referrer))
  const touched = [...staged.values()]
    .filter((document) => document.id !== id && strongTargets(document.after).includes(id))
    .map((document) => document.id)
  const referrers = [...untouched, ...touched]
  if (referrers.length > 0) throw failures.referenced(id, referrers)
}

function strongTargets(document: object | undefined): string[] {
  return findReferences(document)
    .filter((reference) => !reference.weak)
    .map((reference) => reference.toId)
}
