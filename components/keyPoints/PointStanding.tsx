import { formatPartialDate, isExactDay } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { KeyPoint } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import { InterfaceText } from '../text/InterfaceText.tsx'
import { PartedWords } from '../text/PartedWords.tsx'
import styles from './PointStanding.module.css'

interface Props extends Pick<KeyPoint, 'standing' | 'attribution' | 'asOf'> {
  words: Words
}

/** How sure a point is, who says it and as of when; what is confirmed and undated needs no such line. */
export const PointStanding = ({ standing, attribution, asOf, words }: Props) => {
  const name = standing === 'confirmed' ? undefined : words.keyPoint.standings[standing]
  if (!name && !attribution && !asOf) return null
  return (
    <p className={styles.line}>
      <PartedWords>
        {(name || attribution) && (
          <span>
            {name && (
              <strong className={styles.standing}>
                <InterfaceText words={words}>{name}</InterfaceText>
              </strong>
            )}
            {attribution && (
              <span className={styles.attribution}>
                <bdi>{attribution}</bdi>
              </span>
            )}{' '}
          </span>
        )}
        {asOf && (
          <span className={styles.date}>
            <InterfaceText words={words}>
              {words.keyPoint.asOf(isExactDay(asOf))}{' '}
              <DateText at={asOf} text={formatPartialDate(asOf, words)} words={words} />
            </InterfaceText>
          </span>
        )}
      </PartedWords>
    </p>
  )
}
