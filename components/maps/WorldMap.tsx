import { formatArticleCount } from '../../lib/format/articleCount.ts'
import type { CountryName } from '../../lib/model/article.ts'
import styles from './WorldMap.module.css'
import { WORLD, worldCountries } from './world.ts'

interface Props {
  countries: (CountryName & { articleCount: number })[]
  title: string
  id: string
}

const shadeOf = (count: number, most: number) =>
  count >= most ? styles.most : count * 2 > most ? styles.many : styles.some

/** The world with the countries that are written about shaded by how much; each leads to its page. */
export const WorldMap = ({ countries, title, id }: Props) => {
  const world = worldCountries()
  const covered = countries
    .filter((country) => country.articleCount > 0)
    .sort((a, b) => a.articleCount - b.articleCount)
  const most = Math.max(...covered.map((country) => country.articleCount), 2)
  const coveredCodes = new Set(covered.map((country) => country.isoNumeric))
  const others = [...world.values()].filter((place) => !coveredCodes.has(place.isoNumeric))
  return (
    // biome-ignore lint/a11y/useSemanticElements: -- a drawing of links is no fieldset
    <svg
      className={styles.map}
      viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
      width={WORLD.width}
      height={WORLD.height}
      role="group"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{title}</title>
      <path className={styles.land} d={others.map((place) => place.path).join('')} />
      {covered.map((country) => {
        const place = world.get(country.isoNumeric)
        if (!place) return null
        const name = `${country.name}: ${formatArticleCount(country.articleCount)}`
        return (
          <a
            key={country.id}
            href={country.href}
            aria-label={name}
            className={shadeOf(country.articleCount, most)}
          >
            <title>{name}</title>
            <path d={place.path} />
            {place.dot && <circle cx={place.dot.x} cy={place.dot.y} r={5} />}
          </a>
        )
      })}
    </svg>
  )
}
