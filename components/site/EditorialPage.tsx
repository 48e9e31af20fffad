import type { RichText as RichTextBlocks } from '../../lib/model/common.ts'
import { RichText } from '../text/RichText.tsx'
import styles from './EditorialPage.module.css'

interface Props {
  heading: string
  body: RichTextBlocks
}

/** About us, our standards, how we correct: the newspaper on itself. */
export const EditorialPage = ({ heading, body }: Props) => (
  <main id="main" className={styles.page}>
    <h1 className={styles.heading}>{heading}</h1>
    <RichText text={body} />
  </main>
)
