import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { RichText as RichTextBlocks } from '../../lib/model/common.ts'
import { RichText } from '../text/RichText.tsx'
import styles from './EditorialPage.module.css'
import { PageHeader } from './PageHeader.tsx'
import { StackedPage } from './StackedPage.tsx'

interface Props {
  heading: string
  body: RichTextBlocks
  words: Words
}

/** About us, our standards, how we correct: the newspaper on itself. */
export const EditorialPage = ({ heading, body, words }: Props) => (
  <StackedPage breadcrumb={[]} words={words} header={<PageHeader heading={heading} />}>
    <div className={styles.text}>
      <RichText text={body} />
    </div>
  </StackedPage>
)
