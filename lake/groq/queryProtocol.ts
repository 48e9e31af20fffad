import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'

/** How a query process is set up. */
export const querySetup = z.object({
  dataDir: z.string(),
  publicUrl: z.string(),
  projectId: z.string(),
  /** Longest answer, in characters of JSON. */
  largestResult: z.number(),
})
export type QuerySetup = z.infer<typeof querySetup>

const asked = z.object({
  dataset: z.string(),
  query: z.string(),
  params: z.record(z.string(), z.unknown()),
  /** What `identity()` answers. */
  identity: z.string(),
  /** Whose share of the processes it counts against; `identity` where it is not said. */
  caller: z.string().optional(),
  /** Milliseconds since 1970: what `now()` answers. */
  now: z.number(),
})

/** A query over a dataset. */
const queryTask = asked.extend({
  kind: z.literal('query'),
  perspective: z.union([z.literal('raw'), z.array(z.string()).readonly()]),
  reach: z.enum(['all', 'public', 'none']),
  sourceMap: z.enum(['none', 'full', 'withKeyArraySelector']),
})
export type QueryTask = z.infer<typeof queryTask>

/** The filter of a query over each of a few documents alone: which of them pass? */
const matchTask = asked.extend({ kind: z.literal('match'), documents: z.array(z.unknown()).readonly() })
export type MatchTask = z.infer<typeof matchTask>

export const processTask = z.discriminatedUnion('kind', [queryTask, matchTask])
export type ProcessTask = z.infer<typeof processTask>

/** JSON as bytes: they cross over, and go out to the caller, without being looked at. */
const jsonBytes = z.custom<Uint8Array<ArrayBuffer>>((value) => ArrayBuffer.isView(value))

const queryAnswer = z.object({
  result: jsonBytes,
  sourceMap: jsonBytes.optional(),
  syncTags: z.array(z.string()),
  /** The last change that the answer knows. */
  seq: z.number(),
})
export type QueryAnswer = z.infer<typeof queryAnswer>

export const processAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('query'), answer: queryAnswer }),
  z.object({ kind: z.literal('match'), matches: z.array(z.boolean()) }),
  z.object({
    kind: z.literal('refused'),
    status: z.custom<ContentfulStatusCode>((value) => typeof value === 'number'),
    body: z.looseObject({}),
  }),
])
export type ProcessAnswer = z.infer<typeof processAnswer>
