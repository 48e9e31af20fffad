const mostPages = 60

/**
 * Visits the pages that the front links to, one at a time, so that the first reader of each finds it made already.
 * Runs beside readers and never matters to them: a page that fails is left to its first visit.
 */
export async function warmPages(siteUrl: string): Promise<void> {
  try {
    const front = await visit(`${siteUrl}/`)
    const links = [...front.matchAll(/href="(\/(?:articles|categories|countries|stories)\/[^"#?]+)"/g)].map(
      ([, path]) => path,
    )
    for (const path of [...new Set(links)].slice(0, mostPages)) await visit(`${siteUrl}${path}`)
  } catch {
    // The site is being stopped, or says in its own log what is wrong.
  }
}

async function visit(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) })
  return response.text()
}
