import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Site } from '../../lib/model/front.ts'
import { routes } from '../../lib/routes.ts'
import styles from './Masthead.module.css'
import { MastheadControls } from './MastheadControls.tsx'
import { SectionLinks } from './SectionLinks.tsx'

interface Props {
  site: Pick<Site, 'name' | 'tagline' | 'categories'>
  words: Words
}

/** The head of every page: the name, the day and the edition, what readers use on every page, and the desks. */
export const Masthead = ({ site, words }: Props) => (
  <header className={styles.masthead}>
    <div className={styles.top}>
      <div className={styles.name}>
        <a className={styles.wordmark} href={routes.front()}>
          {site.name}
        </a>
        {site.tagline && <p className={styles.tagline}>{site.tagline}</p>}
      </div>
      <div className={styles.beside} data-print="no">
        <p className={styles.edition}>
          <edition-date data-locale={words.reader.locale} suppressHydrationWarning>
            {''}
          </edition-date>
          <span>{words.reader.edition}</span>
        </p>
        <MastheadControls words={words} />
      </div>
    </div>
    <nav className={styles.nav} aria-label={words.site.sections} data-print="no">
      <SectionLinks categories={site.categories} words={words} />
    </nav>
    <site-menu className={styles.menu} data-print="no">
      <details>
        <summary>{words.reader.menu}</summary>
        <nav aria-label={words.site.sections}>
          <SectionLinks categories={site.categories} words={words} />
        </nav>
      </details>
    </site-menu>
  </header>
)
