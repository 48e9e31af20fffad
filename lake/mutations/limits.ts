/**
 * What a document and a release may hold, as the hosted service has it. MB are millions of bytes. How large a
 * request may be is in `../limits.ts`.
 * Source: sanity.io/docs/content-lake/technical-limits and …/content-release-document-flow.
 */
export const limits = {
  /** Bytes of a document as JSON. */
  documentBytes: 32_000_000,
  /** Attributes within attributes; lists do not count, but lists within lists do. */
  attributeDepth: 20,
  documentsInRelease: 1_000,
  documentIdLength: 128,
} as const
