import { revalidateTag } from 'next/cache'
import { receivePurge } from '../../../../lib/content/receivePurge.ts'

export const dynamic = 'force-dynamic'

export const POST = (request: Request) =>
  receivePurge(request, ({ tag, urgency }) =>
    revalidateTag(tag, urgency === 'at once' ? { expire: 0 } : 'max'),
  )
