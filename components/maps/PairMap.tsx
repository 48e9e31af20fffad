import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountryName } from '../../lib/model/article.ts'
import styles from './LocatorMap.module.css'
import { LocatorMap } from './LocatorMap.tsx'
import pairStyles from './PairMap.module.css'
import { pairFor } from './pair.ts'
import { LOCATOR } from './scene.ts'

interface Props {
  countries: [CountryName, CountryName]
  words: Words
}

const SUBJECTS = [styles.subject, pairStyles.second] as const

/** Where two countries lie: in one frame, or each in its own where half the world is between them. */
export const PairMap = ({ countries, words }: Props) => {
  const [first, second] = countries
  const map = pairFor(first.isoNumeric, second.isoNumeric, words.language)
  if (!map)
    return (
      <div className={pairStyles.two}>
        <LocatorMap country={first} idPrefix="pair" words={words} />
        <LocatorMap country={second} idPrefix="pair" words={words} />
      </div>
    )
  return (
    <div className={styles.frame}>
      <svg
        className={styles.map}
        viewBox={`0 0 ${LOCATOR.width} ${LOCATOR.height}`}
        width={LOCATOR.width}
        height={LOCATOR.height}
        role="img"
        aria-labelledby="pair-map"
      >
        <title id="pair-map">{words.relation.map(first.name, second.name)}</title>
        <path className={styles.land} d={map.land} />
        {map.subjects.map((path, index) => (
          <path key={countries[index]?.id} className={SUBJECTS[index]} d={path} />
        ))}
        {map.rings.map(
          (ring, index) =>
            ring && (
              <circle
                key={countries[index]?.id}
                className={styles.ring}
                cx={ring.x}
                cy={ring.y}
                r={ring.radius}
              />
            ),
        )}
        {map.labels.map(({ name, x, y, rank, subject }) => (
          <text key={name} x={x} y={y} className={labelStyle(rank, subject, map.rings)}>
            {subject === undefined ? name : countries[subject]?.name}
          </text>
        ))}
      </svg>
    </div>
  )
}

const labelStyle = (
  rank: 'subject' | 'major' | 'minor',
  subject: number | undefined,
  rings: readonly unknown[],
) => {
  if (subject === undefined) return styles[`${rank}Label`]
  if (rings[subject]) return `${styles.subjectLabel} ${styles.besideRing}`
  return subject === 0 ? styles.subjectLabel : `${styles.subjectLabel} ${pairStyles.secondLabel}`
}
