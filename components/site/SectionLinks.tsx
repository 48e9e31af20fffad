import { countriesLink } from '../../lib/format/placeLinks.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link, MastheadList } from '../../lib/model/common.ts'
import type { Site } from '../../lib/model/front.ts'
import { routes } from '../../lib/routes.ts'
import styles from './SectionLinks.module.css'

interface Props {
  categories: Site['categories']
  words: Words
}

const listsFor = (words: Words): (Link & { list: MastheadList })[] => [
  { list: 'countries', ...countriesLink(words) },
  { list: 'stories', href: routes.stories(), label: words.story.stories },
  { list: 'latest', href: routes.latest(), label: words.browse.latest },
]

/** The desks, and the lists beside them. */
export const SectionLinks = ({ categories, words }: Props) => (
  <section-links className={styles.links}>
    <ul>
      {categories.map(({ href, label, accent }) => (
        <li key={href} data-accent={accent}>
          <a href={href} data-desk={accent} suppressHydrationWarning>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <ul className={styles.apart}>
      {listsFor(words).map(({ href, label, list }) => (
        <li key={href}>
          <a href={href} data-list={list} suppressHydrationWarning>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </section-links>
)
