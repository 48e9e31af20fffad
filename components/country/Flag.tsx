import { hasFlag } from 'country-flag-icons'
import { routes } from '../../lib/routes.ts'
import styles from './Flag.module.css'

interface Props {
  iso2: string
  size: 'line' | 'box' | 'page'
}

const WIDTHS = { line: 21, box: 36, page: 72 } as const

/** A country's flag beside its name: the name says it, so the picture is silent. Nothing for an unknown code. */
export const Flag = ({ iso2, size }: Props) => {
  if (!hasFlag(iso2.toUpperCase())) return null
  const width = WIDTHS[size]
  return (
    <img
      className={styles.flag}
      src={routes.flag(iso2)}
      width={width}
      height={Math.round((width * 2) / 3)}
      alt=""
      loading={size === 'page' ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}
