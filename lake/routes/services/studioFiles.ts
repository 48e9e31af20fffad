import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { originVariants } from '../../auth/origins.ts'
import type { LakeContext, LakeRequest } from '../../context.ts'
import { pagePolicy, pageStyle } from '../../http/pageStyle.ts'
import { answerStaticFile, findStaticFile } from '../../http/staticFile.ts'

const immutable = 'public, max-age=31536000, immutable'
const hashed = /^\/static\/.*-[\w-]{8,}\.\w+$/

/**
 * The built Studio at the lake's own address. A navigation that is no file gets the Studio's page, which
 * has its own routes; a path with an API version never does.
 */
export function studioFiles(app: Hono<LakeRequest>, context: LakeContext): void {
  const policy = studioPolicy(context)

  app.get('*', async (c, next) => {
    const path = new URL(c.req.url).pathname
    if (path !== c.req.path) return next()
    const file = context.studioDir ? await findStaticFile(context.studioDir, path) : undefined
    if (file && !path.endsWith('.html')) {
      const cacheControl = hashed.test(path) ? immutable : 'public, max-age=3600'
      return answerStaticFile(c.req.raw, file, { 'cache-control': cacheControl })
    }
    return isNavigation(c) ? answerStudio(c) : next()
  })

  async function answerStudio(c: Context<LakeRequest>): Promise<Response> {
    const page = context.studioDir ? await findStaticFile(context.studioDir, '/index.html') : undefined
    if (page) {
      const headers = { 'cache-control': 'no-cache', 'content-security-policy': policy }
      return answerStaticFile(c.req.raw, page, headers)
    }
    c.header('content-security-policy', pagePolicy())
    c.header('cache-control', 'no-store')
    return c.html(notBuiltPage(context), 503)
  }
}

/** Somebody opens an address; programs ask for data and name no `text/html`. */
function isNavigation(c: Context<LakeRequest>): boolean {
  return (
    c.req.path === '/' ||
    (!c.req.path.startsWith('/data/') && (c.req.header('accept') ?? '').includes('text/html'))
  )
}

/**
 * The Studio loads fonts, version checks and a bridge from Sanity's servers; it works without, and an
 * editor's desk should call nobody. Inline scripts are its own loader's.
 */
function studioPolicy({ publicUrl, siteUrl, projectId }: LakeContext): string {
  // A policy cannot name IPv6 addresses: browsers ignore them, with a warning for each.
  const named = (address: string) =>
    originVariants(address, projectId).filter((origin) => !origin.includes('['))
  const lake = named(publicUrl)
  const site = siteUrl ? named(siteUrl) : []
  const sockets = lake.map((origin) => origin.replace(/^http/, 'ws'))
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `img-src 'self' data: blob: ${[...lake, ...site].join(' ')}`,
    `media-src 'self' blob: ${lake.join(' ')}`,
    `connect-src 'self' ${[...lake, ...sockets, ...site].join(' ')}`,
    `frame-src 'self' ${site.join(' ')}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ]
    .map((directive) => directive.trim())
    .join('; ')
}

function notBuiltPage({ publicUrl, siteUrl }: LakeContext) {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>The Studio is not built — Meridian</title>
  ${pageStyle()}
</head>
<body>
<main>
  <p class="wordmark">Meridian</p>
  <h1>The content lake runs; the Studio is not built yet</h1>
  <p>Build it once, then load this page again:</p>
  <pre><code>npm run build</code></pre>
  <p>Documents are served at <code>${publicUrl}</code> all the same.
  ${siteUrl ? html`The readers’ site is <a href="${siteUrl}">${siteUrl}</a>.` : ''}</p>
</main>
</body>
</html>`
}
