import type { DatabaseSync } from 'node:sqlite'
import type { SanityDocument } from '../context.ts'
import { readDocument } from '../store/documents.ts'
import { toStored } from '../store/outward.ts'
import { applyPatch } from './applyPatch.ts'
import { failures } from './mutationFailure.ts'
import type { Content, Mutation, PatchById } from './parseMutations.ts'

export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  /** The document afterwards; before a deletion the last one. */
  document?: SanityDocument
}

/** One document that a transaction has touched. */
export interface StagedDocument {
  id: string
  before: SanityDocument | undefined
  after: SanityDocument | undefined
  /** What was done to it, as listeners are told. */
  mutations: object[]
}

export interface StagingOptions {
  database: DatabaseSync
  dataset: string
  transactionId: string
  /** ISO 8601. */
  timestamp: string
  newId: () => string
}

/** The documents of a transaction that is being put together: what is read here is what it has made so far. */
export class Staging {
  readonly #options: StagingOptions
  readonly #documents = new Map<string, StagedDocument>()

  constructor(options: StagingOptions) {
    this.#options = options
  }

  get touched(): StagedDocument[] {
    return [...this.#documents.values()]
  }

  read(id: string): SanityDocument | undefined {
    const staged = this.#documents.get(id)
    return staged ? staged.after : readDocument(this.#options.database, this.#options.dataset, id)
  }

  /** @throws MutationFailure 404 */
  require(id: string): SanityDocument {
    const document = this.read(id)
    if (!document) throw failures.notFound(id)
    return document
  }

  apply(mutation: Mutation): MutationResult {
    if ('create' in mutation) return this.create(mutation.create)
    if ('createIfNotExists' in mutation) return this.createIfNotExists(mutation.createIfNotExists)
    if ('createOrReplace' in mutation) return this.createOrReplace(mutation.createOrReplace)
    if ('delete' in mutation) {
      if ('query' in mutation.delete) throw unresolved()
      return this.delete(mutation.delete.id, mutation.delete.ifRevisionID ?? undefined)
    }
    if ('query' in mutation.patch) throw unresolved()
    return this.patch(mutation.patch)
  }

  create(content: Content): MutationResult {
    const document = this.#complete(content)
    if (this.read(document._id)) throw failures.exists(document._id)
    return this.#stage(document._id, document, { create: document })
  }

  createIfNotExists(content: Content): MutationResult {
    const existing = content._id ? this.read(content._id) : undefined
    if (existing) return { id: existing._id, operation: 'none', document: existing }
    return this.create(content)
  }

  createOrReplace(content: Content): MutationResult {
    const document = this.#complete(content)
    return this.#stage(document._id, document, { createOrReplace: document })
  }

  patch(patch: PatchById): MutationResult {
    const { id, ifRevisionID, ...operations } = patch
    const document = this.require(id)
    if (ifRevisionID) this.requireRevision(id, ifRevisionID)
    const { transactionId, timestamp } = this.#options
    const patched = { ...applyPatch(document, operations), _rev: transactionId, _updatedAt: timestamp }
    return this.#stage(id, toStored(patched), { patch: { ...operations, id } })
  }

  delete(id: string, ifRevisionID?: string): MutationResult {
    if (ifRevisionID) this.requireRevision(id, ifRevisionID)
    if (!this.read(id)) return { id, operation: 'none' }
    return this.#stage(id, undefined, { delete: { id } })
  }

  /** @throws MutationFailure 409 when the document is at another revision, or gone. */
  requireRevision(id: string, expected: string): void {
    const current = this.read(id)?._rev
    if (current !== expected) throw failures.revision(id, expected, current)
  }

  #complete(content: Content): SanityDocument {
    const { transactionId, timestamp, newId } = this.#options
    // Revision and times are the lake's to say.
    const { _id = '', _createdAt, _rev, _updatedAt, ...fields } = content
    return toStored({
      ...fields,
      _id: _id === '' || _id.endsWith('.') ? `${_id}${newId().replace(/[-_]/g, '')}` : _id,
      _rev: transactionId,
      _createdAt: typeof _createdAt === 'string' ? _createdAt : timestamp,
      _updatedAt: timestamp,
    })
  }

  #stage(id: string, after: SanityDocument | undefined, mutation: object): MutationResult {
    const current = this.read(id)
    const staged = this.#documents.get(id) ?? { id, before: current, after: current, mutations: [] }
    staged.after = after
    staged.mutations.push(mutation)
    this.#documents.set(id, staged)
    if (!after) return { id, operation: 'delete', ...(current && { document: current }) }
    return { id, operation: current ? 'update' : 'create', document: after }
  }
}

function unresolved() {
  return failures.invalid('A mutation by query must be resolved to ids before it is committed')
}
