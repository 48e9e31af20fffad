import type { DatabaseSync } from 'node:sqlite'
import type { DatasetTypes } from './datasetTypes.ts'
import type { ScopeSql } from './scopeSql.ts'

/** What a condition is asked about: the documents of a scope, of the types that are wanted. */
export interface Ground {
  database: DatabaseSync
  scope: ScopeSql
  types: DatasetTypes
  publicUrl: string
  wanted: readonly string[]
  /** Whether types were asked for; otherwise all are wanted. */
  isTyped: boolean
}

export const slugPath = 'slug.current'

/** What every document has: that it is defined is no condition. */
export const everywhere: readonly string[] = ['_id', '_type', '_rev', '_createdAt', '_updatedAt']
