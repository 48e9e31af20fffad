import type { CountryName } from '../../lib/model/article.ts'
import styles from './CountryChips.module.css'
import { Flag } from './Flag.tsx'

interface Props {
  countries: CountryName[]
  /** What the list is called for those who do not see it. */
  label: string
}

/** Countries in one line, each by its flag and name. */
export const CountryChips = ({ countries, label }: Props) =>
  countries.length > 0 && (
    <ul className={styles.chips} aria-label={label}>
      {countries.map(({ id, iso2, href, name }) => (
        <li key={id} className={styles.chip}>
          <Flag iso2={iso2} size="line" />
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  )
