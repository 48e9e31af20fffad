import { type FoundLinks, readLinks } from './readLinks.ts'

/** How one address, without a fragment, was answered. */
export interface Visit extends FoundLinks {
  isPage: boolean
  /** Where it sends its visitors, absolute. */
  location: string | undefined
  /** Why it is dead. */
  problem: string | undefined
}

const patience = 30_000

/** Asks for an address; what stands there is read only where `isRead`. */
export async function visit(address: string, isRead: boolean): Promise<Visit> {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) })
    return await toVisit(response, address, isRead)
  } catch (error) {
    return {
      ...unread,
      problem: `does not answer: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

const unread = {
  ...{ links: [], pictures: [], ids: new Set<string>() },
  ...{ isPage: false, location: undefined, problem: undefined },
}

async function toVisit(response: Response, address: string, isRead: boolean): Promise<Visit> {
  const { status, headers, ok } = response
  const location = headers.get('location')
  const contentType = headers.get('content-type') ?? ''
  const isPage = contentType.includes('html')
  if (status >= 300 && status < 400 && location) {
    await response.body?.cancel()
    return { ...unread, location: new URL(location, address).href }
  }
  if (!ok || !isRead) {
    await response.body?.cancel()
    return { ...unread, isPage, problem: ok ? undefined : `answers ${status}` }
  }
  return { ...unread, ...readLinks(await response.text(), contentType), isPage }
}
