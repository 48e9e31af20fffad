import type { DatabaseSync } from 'node:sqlite'
import type { DocumentChange } from '../context.ts'
import { toldChangesOfTransaction as toldChanges } from './changes.ts'
import { statement } from './statement.ts'
import { type StoredTransaction, toTransaction } from './transactions.ts'

export interface TransactionRange {
  /** Ids of transactions, both included; undefined or unknown means no bound on that side. */
  fromTransaction: string | undefined
  toTransaction: string | undefined
  /** ISO 8601, both included. */
  fromTime: string | undefined
  toTime: string | undefined
  /** Empty means everybody. */
  authors: readonly string[]
  /** Newest first. */
  reverse: boolean
  limit: number
  /** Also what they did to other documents. */
  wholeTransactions: boolean
}

/** The transactions that touched one of the documents, with what they did. What was purged is not among it. */
export function transactionsOf(
  database: DatabaseSync,
  dataset: string,
  ids: readonly string[],
  range: TransactionRange,
): { transaction: StoredTransaction; changes: DocumentChange[] }[] {
  const { authors, reverse, limit } = range
  const rows = statement(
    database,
    `SELECT t.* FROM transactions t
     WHERE t.dataset = :dataset
       AND t.seq IN (SELECT c.transaction_seq FROM changes c
                     WHERE c.dataset = :dataset AND c.purged = 0
                       AND c.document_id IN (SELECT value FROM json_each(:ids)))
       AND t.seq >= coalesce((SELECT seq FROM transactions WHERE dataset = :dataset AND id = :from), 0)
       AND t.seq <= coalesce((SELECT seq FROM transactions WHERE dataset = :dataset AND id = :to), 9e18)
       AND t.timestamp >= :fromTime AND t.timestamp <= :toTime
       AND (json_array_length(:authors) = 0 OR t.author IN (SELECT value FROM json_each(:authors)))
     ORDER BY t.seq ${reverse ? 'DESC' : 'ASC'} LIMIT :limit`,
  ).all({
    dataset,
    ids: JSON.stringify(ids),
    from: range.fromTransaction ?? '',
    to: range.toTransaction ?? '',
    fromTime: range.fromTime ?? '',
    toTime: range.toTime ?? '~',
    authors: JSON.stringify(authors),
    limit,
  })
  return rows.map(toTransaction).map((transaction) => ({
    transaction,
    changes: toldChanges(database, dataset, transaction.id).filter(
      ({ documentId }) => range.wholeTransactions || ids.includes(documentId),
    ),
  }))
}
