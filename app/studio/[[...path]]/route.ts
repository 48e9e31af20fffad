import { getEnvironment } from '../../../sanity/env.ts'

export const dynamic = 'force-dynamic'

/** The Studio lives at its own origin; the path behind `/studio` is kept, so that links into it work. */
export const GET = async (_request: Request, { params }: { params: Promise<{ path?: string[] }> }) => {
  const { studioUrl } = getEnvironment()
  if (studioUrl === undefined) {
    return new Response('No Studio is set up for this site: set STUDIO_URL.', { status: 404 })
  }
  const { path = [] } = await params
  return new Response(null, {
    status: 307,
    headers: { location: [studioUrl, ...path.map(encodeURIComponent)].join('/') },
  })
}
