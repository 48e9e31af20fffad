import type { ReactNode } from 'react'
import styles from './PartedWords.module.css'

/** The short parts of a line, an element each: a dot between two that stand side by side, none where the line breaks. */
export const PartedWords = ({ children }: { children: ReactNode }) => (
  <span className={styles.parts}>{children}</span>
)
