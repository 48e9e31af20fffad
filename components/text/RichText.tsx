import type { PortableTextComponents } from '@portabletext/react'
import { PortableText } from '@portabletext/react'
import type { RichText as RichTextBlocks } from '../../lib/model/common.ts'
import styles from './RichText.module.css'

interface Props {
  text: RichTextBlocks
}

const MarkedLink: NonNullable<PortableTextComponents['marks']>[string] = ({ value, children }) => {
  const href: unknown = value?.href
  return typeof href === 'string' ? <a href={href}>{children}</a> : children
}

const marks = { link: MarkedLink, mention: MarkedLink }

// A small heading follows the page's own headline or a section's, so it is never a third level without a second.
const running: PortableTextComponents = { marks, block: { h3: ({ children }) => <h2>{children}</h2> } }

const inline: PortableTextComponents = { marks, block: { normal: ({ children }) => <>{children}</> } }

/** Running text: paragraphs, small headings, lists and quotations. */
export const RichText = ({ text }: Props) => (
  <div className={styles.text}>
    <PortableText value={text} components={running} />
  </div>
)

/** One paragraph's words without the paragraph, for a key point inside its own line. */
export const InlineText = ({ text }: Props) => <PortableText value={text} components={inline} />
