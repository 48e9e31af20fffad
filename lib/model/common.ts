/** The hue a category is printed in; each is a token in `app/tokens.css`. */
export type Accent = 'world' | 'conflict' | 'economy' | 'climate' | 'science' | 'culture' | 'society'

/** What the masthead leads to beside the desks. */
export type MastheadList = 'countries' | 'stories' | 'latest'

export interface Link {
  label: string
  href: string
}

export interface CategoryLink extends Link {
  accent: Accent
}

/** A picture cut to 3:2 around its hotspot, ready for `<img>`. */
export interface Picture {
  src: string
  srcSet: string
  width: number
  height: number
  alt: string
  caption: string | undefined
  credit: string | undefined
  /** A data URI of a few pixels, shown until the picture is there. */
  lqip: string | undefined
}

/** Portable Text whose marks are only those that readers' pages know. */
export type RichText = RichTextBlock[]

export interface RichTextBlock {
  _type: 'block'
  _key: string
  style: 'normal' | 'h3' | 'blockquote'
  listItem: 'bullet' | 'number' | undefined
  level: number | undefined
  children: { _type: 'span'; _key: string; text: string; marks: string[] }[]
  /** `link` goes out; `mention` goes to an article or a country of ours. Both are already checked addresses. */
  markDefs: { _type: 'link' | 'mention'; _key: string; href: string }[]
}

/** A date and time in ISO 8601, UTC. */
export type Instant = string
/** A date as far as it is known: `2023`, `2023-09` or `2023-09-19`. */
export type PartialDate = string
