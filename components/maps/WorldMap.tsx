import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountryName } from '../../lib/model/article.ts'
import { routes } from '../../lib/routes.ts'
import { bandsUpTo, shadeOf } from './bands.ts'
import { fillOf, MapLegend, MapShades } from './MapShades.tsx'
import styles from './WorldMap.module.css'
import { LAND_ID, WORLD, worldCountries } from './world.ts'

type CoveredCountry = CountryName & { articleCount: number }

interface Props {
  countries: CoveredCountry[]
  title: string
  /** What the legend's numbers count. */
  legend: string
  id: string
  words: Words
}

/**
 * The world with the countries that are written about shaded by how much; each leads to its page. The land below them is
 * the same on every page: it comes from an address of its own, once, and takes its colours from here.
 */
export const WorldMap = ({ countries, title, legend, id, words }: Props) => {
  const world = worldCountries()
  const covered = countries
    .filter(({ articleCount, isoNumeric }) => articleCount > 0 && world.has(isoNumeric))
    .sort((a, b) => a.articleCount - b.articleCount)
  const bands = bandsUpTo(Math.max(1, ...covered.map(({ articleCount }) => articleCount)))
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: -- a drawing of links is no fieldset */}
      <svg
        className={styles.map}
        viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}
        width={WORLD.width}
        height={WORLD.height}
        role="group"
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>{title}</title>
        <MapShades id={id} />
        <use className={styles.land} href={`${routes.worldMap()}#${LAND_ID}`} />
        {covered.map((country) => {
          const shade = shadeOf(country.articleCount, bands)
          return (
            shade && <CountryLink key={country.id} country={country} fill={fillOf(id, shade)} words={words} />
          )
        })}
      </svg>
      {bands.length > 1 && <MapLegend id={id} bands={bands} title={legend} />}
    </div>
  )
}

const CountryLink = ({ country, fill, words }: { country: CoveredCountry; fill: string; words: Words }) => {
  const place = worldCountries().get(country.isoNumeric)
  if (!place) return null
  const name = words.country.coverage(country.name, words.list.articles(country.articleCount))
  return (
    <a href={country.href} aria-label={name}>
      <title>{name}</title>
      <g fill={fill}>
        <path d={place.path} />
        {place.dot && <circle cx={place.dot.x} cy={place.dot.y} r={5} />}
      </g>
    </a>
  )
}
