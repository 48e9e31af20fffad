import { getSuggestions } from '../../../lib/content/getSuggestions.ts'
import { TooManyAtOnce } from '../../../lib/search/turns.ts'

const KEEP = 'public, max-age=60'

/** `?q=` → `{"suggestions": [{"label", "href", "kind"}]}`, for the search field while somebody types. */
export const GET = async (request: Request) => {
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  try {
    return Response.json({ suggestions: await getSuggestions(typed) }, { headers: { 'cache-control': KEEP } })
  } catch (error) {
    if (!(error instanceof TooManyAtOnce)) throw error
    return Response.json({ error: 'Too many ask at once' }, { status: 503, headers: { 'retry-after': '2' } })
  }
}
