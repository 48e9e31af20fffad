import type { DatabaseSync } from 'node:sqlite'
import { numberOf, statement } from './statement.ts'

/** Answers whether another connection (the command line's, say) has written since it was last asked. */
export function watchDatabase(database: DatabaseSync): () => boolean {
  const version = () => numberOf(statement(database, 'PRAGMA data_version').get(), 'data_version')
  let known = version()
  return () => {
    const found = version()
    const isNew = found !== known
    known = found
    return isNew
  }
}
