import type { Teaser } from '../../lib/model/teaser.ts'
import styles from './Kicker.module.css'

/** The short label above a headline: the story's own, or its desk's name. */
export const Kicker = ({ teaser }: { teaser: Pick<Teaser, 'kicker' | 'category'> }) => (
  <p className={styles.kicker}>{teaser.kicker ?? teaser.category.label}</p>
)
