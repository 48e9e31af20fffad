import { getHealth } from '../../../lib/content/getHealth.ts'

export const dynamic = 'force-dynamic'

export const GET = async () => Response.json(await getHealth(), { headers: { 'cache-control': 'no-store' } })
