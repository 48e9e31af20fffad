import { stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { isKnown } from './answerFile.ts'
import { fileBody } from './fileBody.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** The file of a web path inside `folder`; `undefined` when the path leads out of it or names no file. */
export async function findStaticFile(folder: string, webPath: string) {
  const root = resolve(folder)
  const path = resolve(root, `.${decodePath(webPath)}`)
  if (!path.startsWith(root + sep) || path.includes('\0')) return undefined
  const found = await stat(path).catch(() => undefined)
  return found?.isFile()
    ? { path, size: found.size, etag: `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"` }
    : undefined
}

/** Answers a file; `cacheControl` is the caller's, because only it knows which names carry a hash. */
export async function answerStaticFile(
  request: Request,
  file: NonNullable<Awaited<ReturnType<typeof findStaticFile>>>,
  headers: Record<string, string>,
): Promise<Response> {
  const shared = { etag: file.etag, ...headers }
  if (isKnown(request, file.etag)) return new Response(null, { status: 304, headers: shared })
  const body = request.method === 'HEAD' ? null : await fileBody(file.path, { start: 0, end: file.size - 1 })
  return new Response(body, {
    headers: {
      ...shared,
      'content-type': types[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': String(file.size),
    },
  })
}

function decodePath(webPath: string): string {
  try {
    return decodeURIComponent(webPath)
  } catch {
    return '/\0'
  }
}
