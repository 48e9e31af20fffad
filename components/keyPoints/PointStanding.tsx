import { formatPartialDate } from '../../lib/format/dates.ts'
import type { KeyPoint, Standing } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './PointStanding.module.css'

const NAMES: Record<Standing, string | undefined> = {
  confirmed: undefined,
  claimed: 'Claimed',
  disputed: 'Disputed',
  unverified: 'Unverified',
}

/** How sure a point is, who says it and as of when; what is confirmed and undated needs no such line. */
export const PointStanding = ({
  standing,
  attribution,
  asOf,
}: Pick<KeyPoint, 'standing' | 'attribution' | 'asOf'>) => {
  const name = NAMES[standing]
  if (!name && !attribution && !asOf) return null
  return (
    <p className={styles.line}>
      {name && <strong className={styles.standing}>{name}</strong>}
      {attribution && (
        <span className={styles.attribution}>
          <bdi>{attribution}</bdi>
        </span>
      )}
      {asOf && (
        <span className={styles.date}>
          <bdi lang="en" dir="ltr">
            as of <DateText at={asOf} words={formatPartialDate(asOf)} />
          </bdi>
        </span>
      )}
    </p>
  )
}
