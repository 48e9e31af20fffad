import type { Band, Shade } from './bands.ts'
import styles from './MapShades.module.css'

/** The three fills of a map's countries: they differ in lightness and in hatching, so that colour alone tells nothing. */
export const MapShades = ({ id }: { id: string }) => (
  <defs>
    {(['some', 'many', 'most'] as const).map((shade) => (
      <pattern
        key={shade}
        id={shadeId(id, shade)}
        className={styles[shade]}
        width={5}
        height={5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={5} height={5} />
        {shade === 'many' && <line y2={5} />}
      </pattern>
    ))}
  </defs>
)

interface Props {
  /** The map's, whose fills are shown. */
  id: string
  bands: readonly Band[]
  title: string
}

/** What the fills of a map mean, in numbers. */
export const MapLegend = ({ id, bands, title }: Props) => (
  <div className={styles.legend} data-print="whole">
    <p>{title}</p>
    <ul>
      {bands.map(({ shade, from, to }) => (
        <li key={shade}>
          <svg width={28} height={14} aria-hidden="true">
            <rect width={28} height={14} fill={fillOf(id, shade)} />
          </svg>
          {from === to ? from : `${from}–${to}`}
        </li>
      ))}
    </ul>
  </div>
)

export const fillOf = (id: string, shade: Shade) => `url(#${shadeId(id, shade)})`

const shadeId = (id: string, shade: Shade) => `${id}-${shade}`
