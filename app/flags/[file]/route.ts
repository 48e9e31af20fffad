import { flagDrawing } from '../../../components/country/flagDrawing.ts'

/** A flag by its country's code, `am.svg`: asked for once by a reader's browser, however many pages show it. */
export const GET = async (_request: Request, { params }: { params: Promise<{ file: string }> }) => {
  const { file } = await params
  const code = /^([a-z]{2})\.svg$/.exec(file)?.[1]
  const drawing = code && flagDrawing(code)
  if (!drawing) return new Response('There is no such flag.', { status: 404 })
  return new Response(drawing, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=604800, immutable' },
  })
}
