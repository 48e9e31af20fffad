import { html, raw } from 'hono/html'

/** The look of the few pages that the lake itself draws. The faces are the built Studio's; without it the system's. */
const shared = `
  @font-face { font-family: Newsreader; font-weight: 400 700; font-display: swap; src: url(/fonts/newsreader-5.3.0-400-700-latin-normal.woff2) format('woff2'); }
  @font-face { font-family: 'Public Sans'; font-weight: 400 700; font-display: swap; src: url(/fonts/public-sans-5.3.0-400-700-latin-normal.woff2) format('woff2'); }
  :root { color-scheme: light dark; --paper: oklch(.985 .004 95); --panel: oklch(.955 .006 95); --ink: oklch(.22 .01 260);
    --ink-2: oklch(.42 .012 260); --rule: oklch(.86 .006 95); --accent: oklch(.46 .12 235); --problem: oklch(.5 .17 25); }
  @media (prefers-color-scheme: dark) { :root { --paper: oklch(.19 .008 260); --panel: oklch(.25 .01 260); --ink: oklch(.93 .005 95);
    --ink-2: oklch(.75 .008 95); --rule: oklch(.34 .01 260); --accent: oklch(.78 .11 235); --problem: oklch(.7 .16 25); } }
  *, *::before, *::after { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; padding: clamp(2rem, 12vh, 8rem) 1.25rem 2rem; font: 1rem/1.5 'Public Sans', system-ui, sans-serif;
    color: var(--ink); background: var(--paper); }
  main { max-width: 34rem; margin: 0 auto; }
  .wordmark { margin: 0 0 2.5rem; padding-bottom: .75rem; border-bottom: 1px solid var(--rule); }
  .wordmark, h1 { font-family: Newsreader, Georgia, 'Times New Roman', serif; font-weight: 600; letter-spacing: -.01em; }
  .wordmark { font-size: 1.75rem; line-height: 1; }
  h1 { margin: 0; font-size: 1.75rem; line-height: 1.15; text-wrap: balance; }
  code { font: .9em ui-monospace, Menlo, monospace; white-space: nowrap; }
  pre { margin: 1.25rem 0; padding: .9rem 1rem; overflow-x: auto; background: var(--panel); border-left: 3px solid var(--accent); }
  a { color: var(--accent); }
`

/** The shared style followed by a page's own. `own` is written by us, never by a caller. */
export function pageStyle(own = '') {
  return html`<style>${raw(shared + own)}</style>`
}

/** What a page drawn by the lake may do: be itself, post to itself and go where the form leads. */
export function pagePolicy(formTargets: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "font-src 'self'",
    `form-action 'self' ${formTargets.join(' ')}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
