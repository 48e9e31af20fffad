import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Island = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  /** What an island is told: its addresses and words. */
  [setting: `data-${string}`]: string | undefined
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'breaking-line': Island
      'copy-links': Island
      'edition-date': Island
      'save-article': Island
      'saved-articles': Island
      'saved-count': Island
      'search-suggestions': Island
      'section-links': Island
      'share-article': Island
      'since-visit': Island
      'site-menu': Island
      'sparing-pictures': Island
      'theme-switch': Island
      'video-embed': Island
    }
  }
}
