import { countriesLink } from '../../lib/format/placeLinks.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { Site } from '../../lib/model/front.ts'
import { routes } from '../../lib/routes.ts'
import styles from './Footer.module.css'

interface Props {
  site: Pick<Site, 'name' | 'tagline' | 'categories' | 'pages'>
  words: Words
}

/** The foot of every page. */
export const Footer = ({ site, words }: Props) => (
  <footer className={styles.footer} data-print="no">
    <div className={styles.inner}>
      <div>
        <a className={styles.wordmark} href={routes.front()}>
          {site.name}
        </a>
        {site.tagline && <p className={styles.tagline}>{site.tagline}</p>}
      </div>
      <nav aria-label={words.site.allSections}>
        <div className={styles.sections}>
          <Links links={site.categories} />
          <Links links={listsOf(words)} />
        </div>
      </nav>
      <nav aria-label={words.site.about(site.name)}>
        <Links links={[...site.pages, { label: words.feed.rss, href: routes.feed(routes.front(), 'rss') }]} />
      </nav>
    </div>
  </footer>
)

const Links = ({ links }: { links: Link[] }) => (
  <ul>
    {links.map(({ href, label }) => (
      <li key={href}>
        <a href={href}>{label}</a>
      </li>
    ))}
  </ul>
)

/** What is found in every newspaper beside its desks. */
const listsOf = (words: Words) => [
  countriesLink(words),
  { label: words.story.stories, href: routes.stories() },
  { label: words.browse.latest, href: routes.latest() },
  { label: words.browse.archive, href: routes.archiveIndex() },
  { label: words.browse.corrections, href: routes.corrections() },
]
