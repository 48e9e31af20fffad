import { z } from 'zod'
import { isDocumentId } from './documentIds.ts'
import { isModestPath } from './isModestPath.ts'
import { isPath } from './isPath.ts'
import { failures } from './mutationFailure.ts'

const documentId = z.string().refine(isDocumentId, 'is not a valid document id')
// A dot at the end asks for a new id behind it: `drafts.` becomes `drafts.<random>`.
const newDocumentId = z.string().refine((id) => id === '' || isDocumentId(id.replace(/\.$/, '')), {
  error: 'is not a valid document id',
})
const content = z.looseObject({
  _id: newDocumentId.optional(),
  _type: z.string({ error: 'a document needs a _type' }).min(1),
})
const existing = z.looseObject({ _id: newDocumentId, _type: z.string().min(1) })
const path = z
  .string()
  .refine(isPath, { error: 'is not a path', abort: true })
  .refine(isModestPath, { error: 'is a path that chooses too much at once; write several', abort: true })
const byPath = z.record(path, z.unknown())
const numbers = z.record(path, z.number())
const items = z.array(z.unknown())
const params = z.record(z.string(), z.unknown()).optional()

const operations = {
  set: byPath.optional(),
  setIfMissing: byPath.optional(),
  unset: z.array(path).optional(),
  inc: numbers.optional(),
  dec: numbers.optional(),
  diffMatchPatch: z.record(path, z.string()).optional(),
  insert: z
    .union([
      z.strictObject({ before: path, items }),
      z.strictObject({ after: path, items }),
      z.strictObject({ replace: path, items }),
    ])
    .optional(),
  ifRevisionID: z.string().nullish(),
}

/** The operations of a patch, without what they are applied to. */
export const patchOperations = z.strictObject(operations)
export type PatchOperations = Omit<z.infer<typeof patchOperations>, 'ifRevisionID'>

const patchById = z.strictObject({ id: documentId, ...operations })
const patchByQuery = z.strictObject({ query: z.string(), params, ...operations })
const deleteById = z.object({ id: documentId, ifRevisionID: z.string().nullish() })
const deleteByQuery = z.object({ query: z.string(), params })

const kinds = {
  create: z.strictObject({ create: content }),
  createIfNotExists: z.strictObject({ createIfNotExists: existing }),
  createOrReplace: z.strictObject({ createOrReplace: existing }),
  delete: z.strictObject({ delete: z.union([deleteById, deleteByQuery]) }),
  patch: z.strictObject({ patch: z.union([patchById, patchByQuery]) }),
}
const mutation = z.union(Object.values(kinds))

/** What a client may call a transaction. */
export const chosenTransactionId = z.string().regex(/^[\w.-]{1,128}$/)

/** The body of a request to mutate. */
export const mutationRequest = z.object({
  mutations: z.array(z.unknown()),
  transactionId: chosenTransactionId.nullish(),
})

export type Mutation = z.infer<typeof mutation>
export type Content = z.infer<typeof content>
export type PatchById = z.infer<typeof patchById>

/**
 * The mutations of a request, checked.
 *
 * @throws MutationFailure 400 that names the place of the first one that is not as it should be.
 */
export function parseMutations(input: readonly unknown[]): Mutation[] {
  return input.map((value, index) => {
    const parsed = schemaFor(value).safeParse(value)
    if (parsed.success) return parsed.data
    throw failures.invalid(`Mutation ${index} is malformed: ${explain(value)}`, index)
  })
}

/** The schema of its kind, where a mutation says it, so that the others are not tried in vain. */
function schemaFor(value: unknown): z.ZodType<Mutation> {
  for (const kind in value instanceof Object ? value : {}) if (isKind(kind)) return kinds[kind]
  return mutation
}

const isKind = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name)

function explain(value: unknown): string {
  const [issue] = mutation.safeParse(value).error?.issues ?? []
  if (issue?.code !== 'invalid_union') return describe(issue)
  // Of the five kinds only the one that was meant has something to say.
  const meant = issue.errors.flat().find((part) => part.path.length > 1 || part.code === 'custom')
  return meant ? describe(meant) : 'expected one of create, createIfNotExists, createOrReplace, delete, patch'
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'not understood'
}
