import { z } from 'zod'
import { fetchParsed } from '../../sanity/fetchParsed.ts'

export interface Health {
  /** The portal answers, or nobody would read this. */
  status: 'ok'
  content: 'ok' | 'unreachable'
}

const ping = { name: 'health', groq: `count(*[_id == "siteSettings"])`, schema: z.number() }

/** Whether the content lake answers. Readers are served from the cache while it does not. */
export const getHealth = async (): Promise<Health> => {
  try {
    await fetchParsed(ping, {}, { tags: [], revalidate: 0 })
    return { status: 'ok', content: 'ok' }
  } catch {
    return { status: 'ok', content: 'unreachable' }
  }
}
