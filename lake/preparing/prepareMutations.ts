import { parseJson } from '../http/parseJson.ts'
import { checkLimits } from '../mutations/checkLimits.ts'
import { isDocumentId } from '../mutations/documentIds.ts'
import { type Mutation, mutationRequest, parseMutations } from '../mutations/parseMutations.ts'
import { type Content, type DocumentIndex, indexDocument } from '../store/documentIndex.ts'
import { isRecord } from '../store/isRecord.ts'
import { leavesAsStored } from '../store/outward.ts'

/** A published document that is to be made, with all that is found in it. */
export interface PreparedDocument {
  id: string
  /** How it was asked for; one that must be there only where it is missing is otherwise left alone. */
  kind: 'create' | 'createIfNotExists' | 'createOrReplace'
  /** As the request has it. */
  createdAt: string | undefined
  /** The document as JSON, but for what comes with its commit: revision and times, which follow in this order. */
  body: string
  index: DocumentIndex
}

export interface PreparedMutations {
  documents: PreparedDocument[]
  /** Chosen by the client. */
  transactionId: string | undefined
}

/**
 * The documents that the body of a request to mutate makes, if that is all it does: published ones with ids of their
 * own, each once, within the limits of a document. Anything else, a body that cannot be used too, is undefined.
 */
export function prepareMutations(body: Uint8Array): PreparedMutations | undefined {
  try {
    const request = mutationRequest.parse(parseJson(new TextDecoder().decode(body), 'The body'))
    const documents = parseMutations(request.mutations).map(prepare)
    if (new Set(documents.map((document) => document?.id)).size < documents.length) return undefined
    if (!documents.every((document) => document !== undefined)) return undefined
    return { documents, transactionId: request.transactionId ?? undefined }
  } catch {
    // Whoever carries it out in the usual way says what is wrong with it.
    return undefined
  }
}

function prepare(mutation: Mutation): PreparedDocument | undefined {
  const [kind, content] = madeBy(mutation)
  if (!kind || !isPublished(content)) return undefined
  const { _id, _rev, _createdAt, _updatedAt, ...fields } = content
  const document = { ...fields, _id, _type: content._type }
  checkLimits(document)
  return {
    id: _id,
    kind,
    createdAt: typeof _createdAt === 'string' ? _createdAt : undefined,
    body: JSON.stringify(document),
    index: { ...indexDocument(document), dated: datedPartOf(document) },
  }
}

function madeBy(mutation: Mutation) {
  if ('create' in mutation) return ['create', mutation.create] as const
  if ('createIfNotExists' in mutation) return ['createIfNotExists', mutation.createIfNotExists] as const
  if ('createOrReplace' in mutation) return ['createOrReplace', mutation.createOrReplace] as const
  return [] as const
}

/** Neither a draft, a version nor a document of the system's, nor an asset, whose address is put together. */
function isPublished(content: { _id?: string | undefined; _type: string }): content is Content {
  const { _id: id = '', _type } = content
  return id !== '' && !id.includes('.') && isDocumentId(id) && leavesAsStored({ _type })
}

/** Attributes two below each other, all that is looked at for dates; what is deeper is only known to be there. */
function datedPartOf(document: Content): Record<string, unknown> {
  return mapped(document, (value) => (isRecord(value) ? mapped(value, plainOr) : plainOr(value)))
}

const plainOr = (value: unknown) => (typeof value === 'object' && value !== null ? [] : value)

function mapped(object: object, toValue: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, toValue(value)]))
}
