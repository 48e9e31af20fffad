import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { health } from '../../sanity/queries/health.ts'

export interface Health {
  /** The portal answers, or nobody would read this. */
  status: 'ok'
  content: 'ok' | 'unreachable'
}

/** Whether the content lake answers. Readers are served from the cache while it does not. */
export const getHealth = async (): Promise<Health> => {
  try {
    await fetchParsed(health, {}, { tags: [], revalidate: 0 })
    return { status: 'ok', content: 'ok' }
  } catch {
    return { status: 'ok', content: 'unreachable' }
  }
}
