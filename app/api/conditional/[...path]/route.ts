import { answerConditionally } from '../../../../lib/content/answerConditionally.ts'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request, { params }: { params: Promise<{ path: string[] }> }) =>
  answerConditionally(request.headers, (await params).path)
