import { worldDrawing } from '../../../components/maps/world.ts'

export const dynamic = 'force-static'

const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=604800' }

/** The land of every map of the world: asked for once by a reader's browser, however many pages show it. */
export const GET = () => new Response(worldDrawing(), { headers })
