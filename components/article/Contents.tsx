import type { ArticleSection } from '../../lib/model/article.ts'
import styles from './Contents.module.css'

interface Props {
  sections: ArticleSection[]
  /** The number of headings from which a list of them helps. */
  from: number
}

const headingOf = (section: ArticleSection) =>
  section.kind === 'keyPoints' || section.kind === 'timeline' || section.kind === 'gallery'
    ? section.heading
    : undefined

/** The headings of a long article, each a link. */
export const Contents = ({ sections, from }: Props) => {
  const headed = sections.flatMap((section) => {
    const heading = headingOf(section)
    return heading ? [{ key: section.key, heading }] : []
  })
  if (headed.length < from) return null
  return (
    <nav className={styles.contents} aria-label="In this article" data-print="no">
      <p className={styles.label}>In this article</p>
      <ol>
        {headed.map(({ key, heading }) => (
          <li key={key}>
            <a href={`#${key}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
