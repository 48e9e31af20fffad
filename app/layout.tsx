import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import './tokens.css'
import './fonts/fonts.css'
import './base.css'
import './print.css'

/** For what has no title of its own, such as a page that failed. */
export const metadata: Metadata = { title: 'Meridian' }

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#121417' },
  ],
}

/** The two files that every page's first screen is set in; the others come when a page has letters for them. */
const FIRST_FONTS = ['newsreader-5.3.0-latin-normal.woff2', 'public-sans-5.3.0-latin-normal.woff2']

const RootLayout = ({ children }: { children: ReactNode }) => {
  for (const file of FIRST_FONTS) {
    preload(`/fonts/${file}`, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  }
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}

export default RootLayout
