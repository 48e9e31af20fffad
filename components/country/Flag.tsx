import * as flags from 'country-flag-icons/string/3x2'
import styles from './Flag.module.css'

const drawings = new Map<string, string>(Object.entries(flags))

interface Props {
  iso2: string
  size: 'line' | 'box' | 'page'
}

const WIDTHS = { line: 21, box: 36, page: 72 } as const

/** A country's flag beside its name: the name says it, so the picture is silent. Nothing for an unknown code. */
export const Flag = ({ iso2, size }: Props) => {
  const drawing = drawings.get(iso2.toUpperCase())
  if (!drawing) return null
  const width = WIDTHS[size]
  return (
    <img
      className={styles.flag}
      src={`data:image/svg+xml,${encodeURIComponent(drawing)}`}
      width={width}
      height={Math.round((width * 2) / 3)}
      alt=""
    />
  )
}
