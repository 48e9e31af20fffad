import { extract, Mutation } from '@sanity/mutator'
import type { SanityDocument } from '../context.ts'
import { isDocument } from '../store/documents.ts'
import { failures } from './mutationFailure.ts'
import type { PatchOperations } from './parseMutations.ts'
import { patchSteps } from './patchSteps.ts'

/** Milliseconds for one patch: the engine looks through long lists anew for every path, and others wait meanwhile. */
const longestPatch = 1_000
type Patched = ReturnType<Mutation['apply']>

/**
 * The document after a patch. The engine is the one that the Studio applies to its own copy, so that both
 * always agree.
 *
 * @throws MutationFailure 400 when a path cannot be read or a fixed field would change.
 */
export function applyPatch(document: SanityDocument, operations: PatchOperations): SanityDocument {
  const patched = runPatch(document, reachable(document, operations))
  if (!isDocument(patched))
    throw failures.invalid(`The patch would leave document "${document._id}" unusable`)
  for (const field of ['_id', '_type'] as const) {
    if (patched[field] !== document[field]) {
      throw failures.invalid(`Cannot modify immutable attribute "${field}" of document "${document._id}"`)
    }
  }
  return patched
}

function runPatch(document: SanityDocument, operations: PatchOperations): unknown {
  const lastMoment = performance.now() + longestPatch
  const { _id: id } = document
  try {
    return patchSteps(structuredClone(operations)).reduce<Patched>((patched, step) => {
      if (performance.now() > lastMoment) throw new Error('it takes too long; change fewer paths at once')
      return new Mutation({ mutations: [{ patch: { id, ...step } }] }).apply(patched)
    }, document)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw failures.invalid(`The patch of document "${document._id}" cannot be applied: ${reason}`)
  }
}

/** Without the text patches whose text somebody else has removed meanwhile: on these the engine throws. */
function reachable(document: SanityDocument, operations: PatchOperations): PatchOperations {
  const { diffMatchPatch, ...rest } = operations
  const texts = Object.entries(diffMatchPatch ?? {}).filter(([path]) => {
    const found = valuesAt(path, document)
    return found.length > 0 && found.every((value) => typeof value === 'string')
  })
  return {
    ...rest,
    ...(texts.length > 0 && { diffMatchPatch: Object.fromEntries(texts) }),
  }
}

function valuesAt(path: string, document: SanityDocument): unknown[] {
  try {
    return extract(path, document)
  } catch {
    throw failures.invalid(`The path "${path}" cannot be read`)
  }
}
