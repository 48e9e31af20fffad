import type { MetadataRoute } from 'next'
import { directionOf } from '../format/direction.ts'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'

/** The light theme's paper, as in `app/tokens.css`. */
const PAPER = '#fbfaf7'

/** What a browser needs to keep the site on a home screen. */
export const manifest = ({ name, tagline, description, language }: Site): MetadataRoute.Manifest => {
  const { browse, site } = wordsFor(language)
  return {
    id: routes.front(),
    name: tagline === undefined ? name : `${name}: ${tagline}`,
    short_name: name,
    ...(description === undefined ? {} : { description }),
    lang: language,
    dir: directionOf(language),
    start_url: routes.front(),
    scope: routes.front(),
    display: 'minimal-ui',
    background_color: PAPER,
    theme_color: PAPER,
    categories: ['news'],
    icons: [
      { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...([192, 512] as const).map((size) => ({
        src: routes.icon(size),
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: 'any' as const,
      })),
      { src: routes.maskableIcon(), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: browse.latest, url: routes.latest() },
      { name: site.countries, url: routes.countries() },
    ],
  }
}
