import { countriesLink } from '../../lib/format/placeLinks.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Site } from '../../lib/model/front.ts'
import { routes } from '../../lib/routes.ts'
import styles from './SectionLinks.module.css'

interface Props {
  categories: Site['categories']
  words: Words
}

/** The desks, and the lists beside them. */
export const SectionLinks = ({ categories, words }: Props) => (
  <div className={styles.links}>
    <ul>
      {categories.map(({ href, label, accent }) => (
        <li key={href} data-accent={accent}>
          <a href={href} data-desk={accent}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <ul className={styles.apart}>
      <li>
        <a href={routes.countries()}>{countriesLink(words).label}</a>
      </li>
      <li>
        <a href={routes.stories()}>{words.story.stories}</a>
      </li>
      <li>
        <a href={routes.latest()}>{words.browse.latest}</a>
      </li>
    </ul>
  </div>
)
