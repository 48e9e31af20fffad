import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { directionOf } from '../lib/format/direction.ts'
import './tokens.css'
import './fonts/fonts.css'
import './base.css'
import './print.css'

/** The two files that every page's first screen is set in; the others come when a page has letters for them. */
const FIRST_FONTS = ['newsreader-5.3.0-latin-normal.woff2', 'public-sans-5.3.0-latin-normal.woff2']

/** The document that every page is, in the language of the edition. */
export const Document = ({ language, children }: { language: string; children: ReactNode }) => {
  for (const file of FIRST_FONTS) {
    preload(`/fonts/${file}`, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  }
  return (
    <html lang={language} dir={directionOf(language)}>
      <body>{children}</body>
    </html>
  )
}
