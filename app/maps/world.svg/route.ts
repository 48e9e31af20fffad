import { gzipSync } from 'node:zlib'
import { worldDrawing } from '../../../components/maps/world.ts'

const headers = {
  'content-type': 'image/svg+xml',
  'cache-control': 'public, max-age=604800',
  vary: 'accept-encoding',
}

const drawing = worldDrawing()
const compressed = gzipSync(drawing, { level: 9 })

/**
 * The land of every map of the world: asked for once by a reader's browser, however many pages show it. Compressed here,
 * since Next compresses pages and files, but nothing that a route answers.
 */
export const GET = (request: Request) =>
  /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
    ? new Response(compressed, { headers: { ...headers, 'content-encoding': 'gzip' } })
    : new Response(drawing, { headers })
