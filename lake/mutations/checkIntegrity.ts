import type { DatabaseSync } from 'node:sqlite'
import { strongReferrersOf } from '../store/documentReferences.ts'
import { documentExists } from '../store/documents.ts'
import { findReferences } from './findReferences.ts'
import { failures } from './mutationFailure.ts'
import type { StagedDocument } from './staging.ts'

/**
 * Refuses a transaction that would leave a strong reference pointing at nothing. References that
 * were broken before it are not its fault.
 *
 * @throws MutationFailure 409
 */
export function checkIntegrity(
  database: DatabaseSync,
  dataset: string,
  touched: readonly StagedDocument[],
): void {
  const staged = new Map(touched.map((document) => [document.id, document]))
  const exists = (id: string) => {
    const document = staged.get(id)
    return document ? document.after !== undefined : documentExists(database, dataset, id)
  }
  for (const document of touched) {
    if (document.after) requireTargets(document, exists)
    else requireNoReferrers(database, dataset, document.id, staged)
  }
}

function requireTargets({ id, before, after }: StagedDocument, exists: (id: string) => boolean): void {
  const old = new Set(strongTargets(before))
  const dangling = strongTargets(after).find((target) => !old.has(target) && target !== id && !exists(target))
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
