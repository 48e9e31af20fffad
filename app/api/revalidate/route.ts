import { receivePublish } from '../../../lib/content/receivePublish.ts'

export const dynamic = 'force-dynamic'

export const POST = (request: Request) => receivePublish(request)
