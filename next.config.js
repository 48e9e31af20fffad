import { createHash } from 'node:crypto'
import { CHOSEN_THEME } from './app/chosenTheme.ts'

/**
 * Pages are static, so their policy cannot carry a nonce: Next's own inline scripts need 'unsafe-inline' as long as they
 * are there. Only what this origin serves may run otherwise. Pictures come from the content backend, whose address is known when the
 * server starts and not when this file is built into it, so any http(s) origin may send pictures and nothing else.
 */
const contentSecurityPolicy = (inlineScripts, development) =>
  [
    "default-src 'self'",
    `script-src 'self' ${inlineScripts}${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: http: https:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    // Films play in the page when a reader asks for them (lib/format/playerAddress.ts).
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')

const themeHash = `'sha256-${createHash('sha256').update(CHOSEN_THEME).digest('base64')}'`

const securityHeaders = (development) => [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy("'unsafe-inline'", development) },
  // For the edge, which sends pages without Next's scripts under this one instead (docs/adr/0013).
  { key: 'X-Meridian-Policy', value: contentSecurityPolicy(themeHash, development) },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin-allow-popups' },
]

const FEED_FILES = 'feed\\.xml|atom\\.xml|feed\\.json'

/** What other programs read, by its address, and where it is made: these have a dot in a part that changes. */
const outputs = [
  [`/:file(${FEED_FILES})`, '/api/feeds/site/all/:file'],
  [
    `/:list(categories|countries|topics|stories|authors)/:slug/:file(${FEED_FILES})`,
    '/api/feeds/:list/:slug/:file',
  ],
  ['/:list(articles|categories|countries|topics|stories|authors)/:slug/card\\.png', '/api/cards/:list/:slug'],
  ['/countries/:one/:other/card\\.png', '/api/cards/countries/:one/:other'],
  ['/articles/:slug([^/]+)\\.md', '/api/markdown/:slug'],
  ['/:file(robots\\.txt|llms\\.txt|opensearch\\.xml|manifest\\.webmanifest)', '/api/outputs/:file'],
  ['/:file(news-sitemap|sitemap)\\.xml', '/api/sitemaps/:file'],
  ['/lite', '/api/lite/front/all'],
  ['/lite/:kind(articles|categories|countries)/:slug', '/api/lite/:kind/:slug'],
  ['/sitemaps/:part\\.xml', '/api/sitemaps/:part'],
]

const withoutPatterns = (source) => source.replace(/\([^)]*\)|\\/g, '')

/** Whoever asks whether an output has changed is asked on to the one route that can tell (it reads the request). */
const conditionalRewrites = outputs.flatMap(([source]) =>
  ['if-none-match', 'if-modified-since'].map((key) => ({
    source,
    has: [{ type: 'header', key }],
    destination: `/api/conditional${withoutPatterns(source)}`,
  })),
)

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  trailingSlash: false,
  // Types are checked by `npm test`; a reader's first start need not pay for it twice.
  typescript: { ignoreBuildErrors: true },
  // Pages live in memory only: a restart begins from the content lake, never from yesterday's files. One has about half a
  // megabyte, since it is kept with its styles and as data; with the usual 50 MB the edge would soon ask for pages that are gone.
  cacheMaxMemorySize: 128 * 1024 * 1024,
  experimental: {
    isrFlushToDisk: false,
    // Printed within the page, styles come with it instead of after it (docs/adr/0016).
    inlineCss: true,
  },
  // Titles and descriptions belong to the head of the finished page for everybody, not only for known crawlers.
  htmlLimitedBots: /.*/,
  rewrites: async () => [
    ...conditionalRewrites,
    ...outputs.map(([source, destination]) => ({ source, destination })),
  ],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders(process.env.NODE_ENV === 'development') },
    ...['/fonts/:file*', '/islands/:file*'].map((source) => ({
      source,
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    })),
    {
      // The worker for reading offline fetches the pictures of saved articles, wherever the content backend has them.
      source: '/sw.js',
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'self'; connect-src 'self' http: https:" },
        { key: 'Cache-Control', value: 'no-cache' },
      ],
    },
  ],
}

export default nextConfig
