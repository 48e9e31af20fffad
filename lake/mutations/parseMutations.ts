import { z } from 'zod'
import { isDocumentId } from './documentIds.ts'
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
const fields = z.record(z.string(), z.unknown())
const numbers = z.record(z.string(), z.number())
const items = z.array(z.unknown())
const params = fields.optional()

const operations = {
  set: fields.optional(),
  setIfMissing: fields.optional(),
  unset: z.array(z.string()).optional(),
  inc: numbers.optional(),
  dec: numbers.optional(),
  diffMatchPatch: z.record(z.string(), z.string()).optional(),
  insert: z
    .union([
      z.object({ before: z.string(), items }),
      z.object({ after: z.string(), items }),
      z.object({ replace: z.string(), items }),
    ])
    .optional(),
}

/** The operations of a patch, without what they are applied to. */
export const patchOperations = z.object(operations)
export type PatchOperations = z.infer<typeof patchOperations>

const patchById = z.object({ id: documentId, ifRevisionID: z.string().nullish(), ...operations })
const patchByQuery = z.object({ query: z.string(), params, ...operations })
const deleteById = z.object({ id: documentId, ifRevisionID: z.string().nullish() })
const deleteByQuery = z.object({ query: z.string(), params })

const mutation = z.union([
  z.strictObject({ create: content }),
  z.strictObject({ createIfNotExists: existing }),
  z.strictObject({ createOrReplace: existing }),
  z.strictObject({ delete: z.union([deleteById, deleteByQuery]) }),
  z.strictObject({ patch: z.union([patchById, patchByQuery]) }),
])

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
    const parsed = mutation.safeParse(value)
    if (parsed.success) return parsed.data
    throw failures.invalid(`Mutation ${index} is malformed: ${explain(parsed.error)}`, index)
  })
}

function explain(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue?.code !== 'invalid_union') return describe(issue)
  // Of the five kinds only the one that was meant has something to say.
  const meant = issue.errors.flat().find((part) => part.path.length > 1 || part.code === 'custom')
  return meant ? describe(meant) : 'expected one of create, createIfNotExists, createOrReplace, delete, patch'
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'not understood'
}
