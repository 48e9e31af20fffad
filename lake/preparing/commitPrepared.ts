import { mayWrite } from '../auth/access.ts'
import type { CommittedTransaction, Identity, LakeContext } from '../context.ts'
import { announce } from '../mutations/announce.ts'
import { createdEvent } from '../mutations/eventsOfMutations.ts'
import type { MutationResult } from '../mutations/staging.ts'
import { addWholeDocument } from '../store/changes.ts'
import { inTransaction } from '../store/database.ts'
import { requireDataset } from '../store/datasets.ts'
import { addDocumentEvent } from '../store/documentEvents.ts'
import { documentExists } from '../store/documents.ts'
import { DocumentWriter } from '../store/documentWriter.ts'
import { addTransaction, readTransaction } from '../store/transactions.ts'
import { AddedDocument } from './addedDocument.ts'
import type { PreparedDocument, PreparedMutations } from './prepareMutations.ts'
import type { Extent } from './textBytes.ts'

export interface PreparedRequest extends PreparedMutations {
  dataset: string
  identity: Identity
}

type Outcome = CommittedTransaction & { results: MutationResult[] }

/**
 * Commits documents that were prepared, and tells the bus. It leaves the same in the store as `commitMutations`, and
 * does only what goes well: where a document is to be replaced, refused or refers to nothing, or where the transaction was
 * committed before, nothing is written, and the answer is undefined.
 *
 * @throws HttpError 404 for an unknown dataset
 */
export function commitPrepared(context: LakeContext, request: PreparedRequest): Outcome | undefined {
  const { database } = context
  const { dataset, documents, identity } = request
  requireDataset(database, dataset)
  if (!documents.every(({ id }) => mayWrite(identity, id))) return undefined
  const committed = inTransaction(database, () => {
    if (request.transactionId && readTransaction(database, dataset, request.transactionId)) return undefined
    const missing = missingOf(context, dataset, documents)
    return missing && write(context, request, missing)
  })
  if (committed && committed.changes.length > 0) announce(context, committed)
  return committed
}

/** Those that are to be made; undefined where one is to be replaced or refers to nothing. */
function missingOf(
  { database }: LakeContext,
  dataset: string,
  documents: readonly PreparedDocument[],
): PreparedDocument[] | undefined {
  const known = new Map<string, boolean>()
  for (const { id } of documents) known.set(id, documentExists(database, dataset, id))
  const missing = documents.filter(({ id }) => !known.get(id))
  if (documents.some(({ id, kind }) => kind !== 'createIfNotExists' && known.get(id))) return undefined
  for (const { id } of missing) known.set(id, true)
  for (const { index } of missing) {
    for (const { target, strong } of index.references) {
      if (!strong) continue
      const exists = known.get(target) ?? documentExists(database, dataset, target)
      if (!exists) return undefined
      known.set(target, exists)
    }
  }
  return missing
}

function write(
  context: LakeContext,
  { dataset, documents, identity, texts, transactionId: chosen }: PreparedRequest,
  missing: readonly PreparedDocument[],
): Outcome {
  const { database } = context
  const transactionId = chosen ?? context.newId()
  const timestamp = new Date(context.now()).toISOString()
  const origin = { dataset, transactionId, author: identity.id, timestamp }
  const made = new Set(missing)
  const results = documents.map(
    (document): MutationResult => ({
      id: document.id,
      operation: made.has(document) ? 'create' : 'none',
    }),
  )
  const seq = addTransaction(database, {
    ...{ dataset, id: transactionId, author: identity.id, timestamp },
    results: chosen ? results : undefined,
  })
  const writer = new DocumentWriter(database, dataset)
  const bytes = Buffer.from(texts.buffer)
  const changes = missing.map((document) => {
    const { id, kind, createdAt = timestamp, index } = document
    const times = { _createdAt: createdAt, _updatedAt: timestamp }
    const body = ended(bytes, document.body, { _rev: transactionId, ...times })
    const words = linesOf(bytes, document.words)
    const number = writer.add({ _id: id, _rev: transactionId }, body, {
      ...index,
      words,
      dated: { ...index.dated, ...times },
    })
    const mutation = kind === 'createOrReplace' ? kind : 'create'
    const change = addWholeDocument(database, seq, { dataset, id, mutation, bodyOf: number })
    addDocumentEvent(database, dataset, {
      ...createdEvent(id, transactionId),
      timestamp,
      author: identity.id,
    })
    return new AddedDocument({ ...origin, seq: change, documentId: id, mutation, body })
  })
  writer.writeWords()
  return { dataset, transactionId, changes, results }
}

/** A body with what its commit adds, in the room that was left for it. */
function ended(texts: Buffer, { start, end }: Extent, ending: object): Buffer {
  const last = end - 1
  return texts.subarray(start, last + texts.write(`,${JSON.stringify(ending).slice(1)}`, last))
}

const lineEnd = 0x0a

function linesOf(texts: Buffer, { start, end }: Extent): Buffer[] {
  const lines: Buffer[] = []
  let begin = start
  for (let place = start; place < end; place += 1) {
    if (texts[place] !== lineEnd) continue
    lines.push(texts.subarray(begin, place))
    begin = place + 1
  }
  return [...lines, texts.subarray(begin, end)]
}
