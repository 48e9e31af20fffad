import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountryName } from '../../lib/model/article.ts'
import styles from './LocatorMap.module.css'
import { locatorFor } from './locator.ts'
import { LOCATOR } from './scene.ts'

interface Props {
  country: CountryName
  neighbours?: CountryName[]
  /** Tells this map's title apart when a country is drawn twice on a page. */
  idPrefix: string
  /** On a strip of maps as wide as a thumb: without names, and without detail that cannot be seen there. */
  small?: boolean
  words: Words
}

/** Where a country lies, drawn on the server. Nothing is printed for a country that the atlas does not know. */
export const LocatorMap = ({ country, neighbours = [], idPrefix, small = false, words }: Props) => {
  const map = locatorFor(
    country.isoNumeric,
    neighbours.map((neighbour) => neighbour.isoNumeric),
    { language: words.language, detail: small ? 'small' : 'full' },
  )
  if (!map) return null
  const titleId = `${idPrefix}-map-${country.iso2.toLowerCase()}`
  const named = map.labels.filter((label) => label.rank !== 'subject').map((label) => label.name)
  return (
    <div className={styles.frame}>
      <svg
        className={styles.map}
        viewBox={`0 0 ${LOCATOR.width} ${LOCATOR.height}`}
        width={LOCATOR.width}
        height={LOCATOR.height}
        role="img"
        aria-labelledby={small ? titleId : `${titleId} ${titleId}-text`}
      >
        <title id={titleId}>{words.country.locator(country.name)}</title>
        {!small && <desc id={`${titleId}-text`}>{words.country.around(country.name, named)}</desc>}
        <path className={styles.land} d={map.land} />
        {map.neighbours && <path className={styles.neighbours} d={map.neighbours} />}
        <path className={styles.subject} d={map.subject} />
        {map.ring && <circle className={styles.ring} cx={map.ring.x} cy={map.ring.y} r={map.ring.radius} />}
        {map.labels.map(({ name, x, y, rank }) => (
          <text
            key={name}
            x={x}
            y={y}
            className={
              rank === 'subject' && map.ring
                ? `${styles.subjectLabel} ${styles.besideRing}`
                : styles[`${rank}Label`]
            }
          >
            {rank === 'subject' ? country.name : name}
          </text>
        ))}
      </svg>
    </div>
  )
}
