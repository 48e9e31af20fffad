import { stat } from 'node:fs/promises'
import { codeOf } from '../errorCode.ts'
import { fileBody } from './fileBody.ts'

/** Nothing that was uploaded may run as a page of this origin: not an SVG's scripts, not an HTML file. */
export const sandboxPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** The name of an asset holds the hash of its bytes, so what is at its address never changes. */
export const immutable = 'public, max-age=31536000, s-maxage=31536000, immutable'

/**
 * Answers a stored file whole, in part (`Range`, for players), or not at all (`If-None-Match`);
 * `undefined` when there is no such file. `headers` must hold an `etag`.
 */
export async function answerFile(
  request: Request,
  path: string,
  headers: Record<string, string> & { etag: string },
): Promise<Response | undefined> {
  const size = (await stat(path).catch(() => undefined))?.size
  if (size === undefined) return undefined
  if (isKnown(request, headers.etag)) return new Response(null, { status: 304, headers })
  const shared = { ...headers, 'accept-ranges': 'bytes' }
  const asked = parseRange(rangeOf(request, headers.etag), size)
  if (asked === 'outside') {
    return new Response(null, { status: 416, headers: { ...shared, 'content-range': `bytes */${size}` } })
  }
  const { start, end } = asked ?? { start: 0, end: size - 1 }
  const body = request.method === 'HEAD' ? null : await bodyOrNothing(path, { start, end })
  if (body === undefined) return undefined
  return new Response(body, {
    status: asked ? 206 : 200,
    headers: {
      ...shared,
      'content-length': String(end - start + 1),
      ...(asked ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
    },
  })
}

/** Whether the caller has this version already. */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  return known.some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag)
}

/** A part is wanted only of the version that the caller has begun with (`If-Range`). */
function rangeOf(request: Request, etag: string): string | null {
  const begun = request.headers.get('if-range')
  return begun === null || begun === etag ? request.headers.get('range') : null
}

/** The file may have been deleted since its size was read. */
async function bodyOrNothing(path: string, part: { start: number; end: number }) {
  try {
    return await fileBody(path, part)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** One range, as players ask for; several at once are answered with the whole file, which is allowed. */
function parseRange(
  header: string | null,
  size: number,
): { start: number; end: number } | 'outside' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || (first === '' && last === '')) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'outside' : { start, end }
}

/** `attachment` with a name that survives every browser. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_').slice(0, 100) || 'file'
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.slice(0, 200))}`
}
