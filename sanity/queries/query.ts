import type { z } from 'zod'

/** A GROQ query and the schema that its answer must keep. */
export interface Query<T extends z.ZodType> {
  /** Names the query in logs: "countries by id". */
  name: string
  groq: string
  schema: T
}

/** A query for documents by their ids; each document must keep `document`. */
export interface DocumentsQuery<T extends z.ZodType> {
  name: string
  /** Takes `$ids`; answers a list of documents that hold at least `_id` and `_type`. */
  groq: string
  document: T
}
