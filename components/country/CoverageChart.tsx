import { formatPartialDate } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Coverage } from '../../lib/model/coverage.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import styles from './CoverageChart.module.css'

interface Props {
  coverage: Coverage
  countryName: string
  words: Words
}

const CHART = { width: 600, height: 150, top: 24, base: 124 } as const
const GAP = 4

/** How much was written about a country, month by month, as bars; the numbers are in a table for those who do not see. */
export const CoverageChart = ({ coverage: { months }, countryName, words }: Props) => {
  const most = Math.max(1, ...months.map(({ articles }) => articles))
  const step = CHART.width / months.length
  const height = (articles: number) => ((CHART.base - CHART.top) * articles) / most
  const peak = months.findLastIndex(({ articles }) => articles === most)
  const title = words.coverage.title(countryName)
  return (
    <section className={styles.coverage} aria-labelledby="coverage">
      <BlockHeading id="coverage" title={words.coverage.heading} />
      <figure>
        <svg className={styles.chart} viewBox={`0 0 ${CHART.width} ${CHART.height}`} aria-hidden="true">
          {months.map(({ month, articles }, index) => (
            <g key={month}>
              {articles > 0 && (
                <rect
                  className={styles.bar}
                  x={index * step + GAP / 2}
                  y={CHART.base - height(articles)}
                  width={step - GAP}
                  height={height(articles)}
                />
              )}
              {index === peak && articles > 0 && (
                <text
                  className={styles.number}
                  x={(index + 0.5) * step}
                  y={CHART.base - height(articles) - 7}
                >
                  {articles}
                </text>
              )}
              {month.endsWith('-01') && <Year year={month.slice(0, 4)} x={index * step} />}
            </g>
          ))}
          <line className={styles.base} x1={0} x2={CHART.width} y1={CHART.base} y2={CHART.base} />
        </svg>
        <figcaption className={styles.caption}>
          {words.coverage.between(
            formatPartialDate(months[0]?.month ?? '', words),
            formatPartialDate(months.at(-1)?.month ?? '', words),
          )}
        </figcaption>
        <CoverageTable months={months} title={title} words={words} />
      </figure>
    </section>
  )
}

const Year = ({ year, x }: { year: string; x: number }) => (
  <>
    <line className={styles.tick} x1={x} x2={x} y1={CHART.base} y2={CHART.base + 6} />
    <text className={styles.year} x={x + 4} y={CHART.base + 18}>
      {year}
    </text>
  </>
)

const CoverageTable = ({ months, title, words }: Coverage & { title: string; words: Words }) => (
  <div data-seen="no">
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.coverage.month}</th>
          <th scope="col">{words.coverage.articles}</th>
        </tr>
      </thead>
      <tbody>
        {months
          .filter(({ articles }) => articles > 0)
          .map(({ month, articles }) => (
            <tr key={month}>
              <th scope="row">{formatPartialDate(month, words)}</th>
              <td>{articles}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </div>
)
