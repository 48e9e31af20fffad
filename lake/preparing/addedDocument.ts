import type { DocumentChange, SanityDocument } from '../context.ts'
import { parseDocument } from '../store/documents.ts'
import { wholeEffects } from '../store/wholeChanges.ts'

type Told = Pick<DocumentChange, 'seq' | 'dataset' | 'documentId' | 'transactionId' | 'author' | 'timestamp'>

/** The change by which a document was made. It is read only when somebody asks for it: mostly nobody listens. */
export class AddedDocument implements DocumentChange {
  readonly seq: number
  readonly dataset: string
  readonly documentId: string
  readonly transactionId: string
  readonly author: string
  readonly timestamp: string
  readonly transition = 'appear'
  readonly previousRev = undefined
  readonly before = undefined
  readonly resultRev: string
  readonly #mutation: string
  readonly #body: Buffer
  #after: SanityDocument | undefined

  constructor({ mutation, body, ...told }: Told & { mutation: string; body: Buffer }) {
    this.seq = told.seq
    this.dataset = told.dataset
    this.documentId = told.documentId
    this.transactionId = told.transactionId
    this.author = told.author
    this.timestamp = told.timestamp
    this.resultRev = told.transactionId
    this.#mutation = mutation
    this.#body = body
  }

  get after(): SanityDocument {
    this.#after ??= parseDocument(this.#body.toString())
    return this.#after
  }

  get mutations(): object[] {
    return [{ [this.#mutation]: this.after }]
  }

  get effects(): DocumentChange['effects'] {
    return wholeEffects(this)
  }
}
