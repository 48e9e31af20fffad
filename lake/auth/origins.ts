import type { LakeContext } from '../context.ts'
import { findCorsOrigin } from '../store/corsOrigins.ts'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * An address and its other loopback spellings: browsers and Sanity's clients reach the same port as
 * `localhost`, `127.0.0.1` or `<project>.localhost`. A public address has only itself.
 */
export function originVariants(address: string, projectId: string): string[] {
  const url = new URL(address)
  const names = [...loopbackNames, `${projectId}.localhost`]
  if (!names.includes(url.hostname)) return [url.origin]
  const port = url.port ? `:${url.port}` : ''
  return names.map((name) => `${url.protocol}//${name}${port}`)
}

/** Origins at which the lake itself is reached. Only its own pages may post to the log-in. */
export function isOwnOrigin(context: LakeContext, origin: string): boolean {
  return originVariants(context.publicUrl, context.projectId).includes(origin)
}

/** How an origin may use the lake from a browser; `undefined` when it may not. */
export function originAccess(
  context: LakeContext,
  origin: string,
): { allowCredentials: boolean } | undefined {
  const known = [context.publicUrl, ...(context.siteUrl ? [context.siteUrl] : [])]
  if (known.some((address) => originVariants(address, context.projectId).includes(origin))) {
    return { allowCredentials: true }
  }
  return findCorsOrigin(context.database, origin)
}

/** Programs send no origin and cannot be tricked into sending somebody's cookie; browsers always send one. */
export function isAllowedOrigin(context: LakeContext, origin: string | undefined): boolean {
  return origin === undefined || originAccess(context, origin) !== undefined
}

/**
 * Whether a browser's session counts in a request: from pages that were granted credentials. A change must say where
 * it comes from, which every browser does; what only reads may come from a link.
 */
export function lendsSession(context: LakeContext, origin: string | undefined, method: string): boolean {
  if (origin === undefined) return method === 'GET' || method === 'HEAD'
  return originAccess(context, origin)?.allowCredentials === true
}
