import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { ArticleSection } from '../../lib/model/article.ts'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './Contents.module.css'

interface Props {
  sections: ArticleSection[]
  /** The number of headings from which a list of them helps. */
  from: number
  words: Words
}

const headingOf = (section: ArticleSection) =>
  section.kind === 'keyPoints' || section.kind === 'timeline' || section.kind === 'gallery'
    ? section.heading
    : undefined

/** The headings of a long article, each a link. */
export const Contents = ({ sections, from, words }: Props) => {
  const headed = sections.flatMap((section) => {
    const heading = headingOf(section)
    return heading ? [{ key: section.key, heading }] : []
  })
  if (headed.length < from) return null
  return (
    <nav className={styles.contents} aria-labelledby="contents" data-print="no">
      <p id="contents" className={styles.label}>
        <InterfaceText words={words}>{words.article.contents}</InterfaceText>
      </p>
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
