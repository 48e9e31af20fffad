import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { StatusLine } from '../components/site/StatusLine.tsx'
import { findIslands } from '../lib/content/findIslands.ts'
import { directionOf } from '../lib/format/direction.ts'
import { CHOSEN_THEME } from './chosenTheme.ts'
import './tokens.css'
import './fonts/fonts.css'
import './base.css'
import './print.css'

/** The two files that every page's first screen is set in; the others come when a page has letters for them. */
const FIRST_FONTS = [
  'newsreader-5.3.0-400-700-latin-normal.woff2',
  'public-sans-5.3.0-400-700-latin-normal.woff2',
]

/** The document that every page is, in the language of the edition. */
export const Document = ({ language, children }: { language: string; children: ReactNode }) => {
  for (const file of FIRST_FONTS) {
    preload(`/fonts/${file}`, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  }
  const islands = findIslands()
  return (
    <html lang={language} dir={directionOf(language)} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: -- a constant text of ours */}
        <script dangerouslySetInnerHTML={{ __html: CHOSEN_THEME }} />
        {islands && <script type="module" async src={islands} />}
      </head>
      <body>
        {children}
        <StatusLine />
        <sparing-pictures />
      </body>
    </html>
  )
}
