import { failureWords } from '../../lib/format/words/failureWords.ts'
import type { InterfaceLanguage } from '../../lib/format/words/interfaceLanguage.ts'
import styles from './Notice.module.css'

/**
 * What a reader meets when a page could not be made. Every page brings it along as a script, in case it fails in the
 * browser: so it takes its own few words and no table of addresses, not all that the interface says.
 */
export const OutOfOrder = ({ language }: { language: InterfaceLanguage }) => {
  const { label, heading, explanation, frontPage } = failureWords[language]
  return (
    <main className={styles.notice}>
      <p className={styles.label}>{label}</p>
      <h1 className={styles.heading}>{heading}</h1>
      <p className={styles.text}>
        {explanation} <a href="/">{frontPage}</a>
      </p>
    </main>
  )
}
