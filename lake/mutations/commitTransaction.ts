import { mayWrite } from '../auth/access.ts'
import type {
  CommittedTransaction,
  DocumentChange,
  Identity,
  LakeContext,
  SanityDocument,
} from '../context.ts'
import { diffDocuments } from '../history/diffDocuments.ts'
import { addChange, changesOfTransaction } from '../store/changes.ts'
import { inTransaction } from '../store/database.ts'
import { requireDataset } from '../store/datasets.ts'
import { addDocumentEvent, type DocumentEvent } from '../store/documentEvents.ts'
import { type DocumentIndex, indexDocument } from '../store/documentIndex.ts'
import { DocumentWriter } from '../store/documentWriter.ts'
import { toOutward, withoutRevision } from '../store/outward.ts'
import { addTransaction, readTransaction } from '../store/transactions.ts'
import { hasWholeEffects, wholeEffects } from '../store/wholeChanges.ts'
import { announce } from './announce.ts'
import { checkIntegrity } from './checkIntegrity.ts'
import { failures } from './mutationFailure.ts'
import { type StagedDocument, Staging } from './staging.ts'

export interface TransactionRequest<T> {
  dataset: string
  author: string
  /** A repeated one, chosen by a client, is not carried out again. */
  transactionId: string
  /** Whose rights count; without one the lake itself is writing. */
  identity: Identity | undefined
  dryRun: boolean
  /**
   * Puts the transaction together. What it answers comes back in `outcome`; `results` are kept, for a client that
   * sends the transaction again.
   */
  plan: (staging: Staging) => { outcome: T; events: DocumentEvent[]; results?: object[] | undefined }
}

/** `outcome` is undefined for a transaction that had been committed before. */
export type TransactionOutcome<T> = CommittedTransaction & { outcome: T | undefined }

/**
 * Carries out one transaction: documents, references, change log and timeline are written together or not
 * at all, and the bus tells it afterwards. A dry run does everything but write.
 *
 * @throws MutationFailure @throws HttpError 404 for an unknown dataset
 */
export function commitTransaction<T>(
  context: LakeContext,
  request: TransactionRequest<T>,
): TransactionOutcome<T> {
  const { database } = context
  const { dataset, transactionId } = request
  requireDataset(database, dataset)
  const { repeated, ...committed } = inTransaction(database, () => {
    if (readTransaction(database, dataset, transactionId)) {
      const changes = changesOfTransaction(database, dataset, transactionId)
      return { dataset, transactionId, changes, outcome: undefined, repeated: true }
    }
    return { ...stageAndWrite(context, request), repeated: false }
  })
  const { changes } = committed
  if (!request.dryRun && !repeated && changes.length > 0) {
    announce(context, { dataset, transactionId, changes })
  }
  return committed
}

function stageAndWrite<T>(context: LakeContext, request: TransactionRequest<T>): TransactionOutcome<T> {
  const { database, newId } = context
  const { dataset, author, transactionId } = request
  const timestamp = new Date(context.now()).toISOString()
  const staging = new Staging({ database, dataset, transactionId, timestamp, newId })
  const { outcome, events, results } = request.plan(staging)
  const touched = staging.touched.filter(({ before, after }) => before !== undefined || after !== undefined)
  checkRights(request.identity, touched)
  const indexOf = rememberIndexes()
  checkIntegrity(database, dataset, touched, indexOf)
  const changes = touched.map((document) =>
    toChange(document, { dataset, transactionId, author, timestamp, publicUrl: context.publicUrl }),
  )
  if (request.dryRun) return { dataset, transactionId, changes, outcome }
  const seq = addTransaction(database, { dataset, id: transactionId, author, timestamp, results })
  const writer = new DocumentWriter(database, dataset)
  const numbers = touched.map(({ id, after }) =>
    after ? writer.write(after, indexOf(after)) : writer.remove(id),
  )
  const logged = changes.map((change, place) => ({
    ...change,
    seq: addChange(database, seq, change, numbers[place]),
  }))
  for (const event of events) addDocumentEvent(database, dataset, { ...event, timestamp, author })
  writer.writeWords()
  return { dataset, transactionId, changes: logged, outcome }
}

/** What is found in documents, looked for once in each. */
function rememberIndexes(): (document: SanityDocument) => DocumentIndex {
  const known = new Map<SanityDocument, DocumentIndex>()
  return (document) => {
    const index = known.get(document) ?? indexDocument(document)
    known.set(document, index)
    return index
  }
}

function checkRights(identity: Identity | undefined, touched: readonly StagedDocument[]): void {
  if (!identity) return
  const refused = touched.find(({ id }) => !mayWrite(identity, id))
  if (refused) throw failures.forbidden(refused.before ? 'update' : 'create', refused.id)
}

interface ChangeOrigin {
  dataset: string
  transactionId: string
  author: string
  timestamp: string
  publicUrl: string
}

function toChange(document: StagedDocument, { publicUrl, ...origin }: ChangeOrigin): DocumentChange {
  const { id, before, after, mutations } = document
  return {
    ...origin,
    seq: 0,
    documentId: id,
    transition: transitionOf(document),
    previousRev: before?._rev,
    resultRev: after?._rev,
    mutations,
    effects: hasWholeEffects(document) ? wholeEffects(document) : effectsOf(document, publicUrl),
    before,
    after,
  }
}

/** Readers apply the effects to the document as it left the lake, and without its revision. */
function effectsOf({ before, after }: StagedDocument, publicUrl: string): DocumentChange['effects'] {
  const left = before && withoutRevision(toOutward(before, publicUrl))
  const right = after && withoutRevision(toOutward(after, publicUrl))
  return { apply: diffDocuments(left, right), revert: diffDocuments(right, left) }
}

function transitionOf({ before, after }: StagedDocument): DocumentChange['transition'] {
  if (!after) return 'disappear'
  return before ? 'update' : 'appear'
}
