import type { SanityDocument } from '../context.ts'

/**
 * The document as it leaves the lake: an asset gets its address. Only `path` is stored, so that a dataset
 * survives a new host name; every way out (query, doc, listen, history, export) goes through here.
 */
export function toOutward(document: SanityDocument, publicUrl: string): SanityDocument
export function toOutward(document: SanityDocument | undefined, publicUrl: string): SanityDocument | undefined
export function toOutward(
  document: SanityDocument | undefined,
  publicUrl: string,
): SanityDocument | undefined {
  if (!document || !isAsset(document) || typeof document.path !== 'string') return document
  return { ...document, url: `${publicUrl}/${document.path}` }
}

/** The document as it is stored: the address of an asset, which a client may have sent back, is left out. */
export function toStored(document: SanityDocument): SanityDocument {
  if (!isAsset(document) || typeof document.path !== 'string' || !('url' in document)) return document
  const { url: _address, ...stored } = document
  return stored
}

/** Whether the document leaves the lake as it is stored. */
export function leavesAsStored(document: Pick<SanityDocument, '_type'>): boolean {
  return !isAsset(document)
}

/** The document as effects tell of it: they are applied to one without its revision. */
export function withoutRevision(document: SanityDocument): Record<string, unknown> {
  const { _rev, ...rest } = document
  return rest
}

function isAsset(document: Pick<SanityDocument, '_type'>): boolean {
  return document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
}
