import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Site } from '../../lib/model/front.ts'
import { routes } from '../../lib/routes.ts'
import styles from './Masthead.module.css'

interface Props {
  site: Pick<Site, 'name' | 'tagline' | 'categories'>
  words: Words
}

/** The head of every page: the name, and the desks. */
export const Masthead = ({ site, words }: Props) => (
  <header className={styles.masthead} data-print="no">
    <div className={styles.top}>
      <a className={styles.wordmark} href={routes.front()}>
        {site.name}
      </a>
      {site.tagline && <p className={styles.tagline}>{site.tagline}</p>}
    </div>
    <nav className={styles.nav} aria-label={words.site.sections}>
      <ul>
        {site.categories.map(({ href, label, accent }) => (
          <li key={href} data-accent={accent}>
            <a href={href} data-desk={accent}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <ul className={styles.apart}>
        <li>
          <a href={routes.countries()}>{words.site.countries}</a>
        </li>
        <li>
          <a href={routes.stories()}>{words.story.stories}</a>
        </li>
        <li>
          <a href={routes.latest()}>{words.browse.latest}</a>
        </li>
      </ul>
    </nav>
  </header>
)
