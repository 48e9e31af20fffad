import type { Words } from '../../lib/format/words/wordsFor.ts'
import styles from './ThemeSwitch.module.css'

/** Light, dark or as the device has it; there is no button where no script would hear it. */
export const ThemeSwitch = ({ words: { reader } }: { words: Words }) => (
  <theme-switch
    hidden
    suppressHydrationWarning
    data-system={reader.themes.system}
    data-light={reader.themes.light}
    data-dark={reader.themes.dark}
  >
    <button type="button" className={styles.button} suppressHydrationWarning>
      <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
        <circle cx={9} cy={9} r={7.25} className={styles.ring} />
        <path d="M9 1.75a7.25 7.25 0 0 1 0 14.5z" className={styles.half} />
      </svg>
    </button>
  </theme-switch>
)
