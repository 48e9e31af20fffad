import type { Site } from '../../lib/model/front.ts'
import { routes } from '../../lib/routes.ts'
import styles from './Footer.module.css'

/** The foot of every page. */
export const Footer = ({ site }: { site: Pick<Site, 'name' | 'tagline' | 'categories' | 'pages'> }) => (
  <footer className={styles.footer} data-print="no">
    <div className={styles.inner}>
      <div>
        <a className={styles.wordmark} href={routes.front()}>
          {site.name}
        </a>
        {site.tagline && <p className={styles.tagline}>{site.tagline}</p>}
      </div>
      <nav aria-label="All sections">
        <ul className={styles.list}>
          {[...site.categories, { label: 'Countries', href: routes.countries() }].map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      {site.pages.length > 0 && (
        <nav aria-label={`About ${site.name}`}>
          <ul className={styles.pages}>
            {site.pages.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  </footer>
)
