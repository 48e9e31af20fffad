import { getSuggestions } from '../../../lib/content/getSuggestions.ts'

const KEEP = 'public, max-age=60'

/** `?q=` → `{"suggestions": [{"label", "href", "kind"}]}`, for the search field while somebody types. */
export const GET = async (request: Request) => {
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json({ suggestions: await getSuggestions(typed) }, { headers: { 'cache-control': KEEP } })
}
