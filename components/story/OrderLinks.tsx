import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Story } from '../../lib/model/story.ts'
import styles from './OrderLinks.module.css'

interface Props {
  story: Pick<Story, 'order' | 'story' | 'fromStartHref'>
  words: Words
}

/** The two orders of a timeline, each at an address of its own. */
export const OrderLinks = ({ story: { order, story, fromStartHref }, words }: Props) => {
  const links = [
    { of: 'newest', href: story.href, label: words.story.newestFirst },
    { of: 'oldest', href: fromStartHref, label: words.story.oldestFirst },
  ]
  return (
    <nav aria-label={words.story.orders} data-print="no">
      <ul className={styles.orders}>
        {links.map(({ of, href, label }) => (
          <li key={of}>
            <a href={href} aria-current={of === order ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
