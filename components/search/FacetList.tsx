import type { FacetChoice } from '../../lib/model/search.ts'
import styles from './FacetList.module.css'

interface Props {
  heading: string
  choices: FacetChoice[]
}

/** Links under a heading, each with a number of articles. */
export const FacetList = ({ heading, choices }: Props) => (
  <section>
    <h2 className={styles.heading}>{heading}</h2>
    <ul className={styles.choices}>
      {choices.map(({ label, href, count }) => (
        <li key={href}>
          <a className={styles.choice} href={href}>
            <bdi>{label}</bdi> <span className={styles.count}>{count}</span>
          </a>
        </li>
      ))}
    </ul>
  </section>
)
