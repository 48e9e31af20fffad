import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import { SavedEntry } from './SavedEntry.tsx'
import styles from './SavedPage.module.css'

/** The articles that a reader has saved: their browser fills it, offline as well, where it also stands in for other pages. */
export const SavedPage = ({ words, words: { reader } }: { words: Words }) => (
  <StackedPage
    breadcrumb={[]}
    words={words}
    header={<PageHeader heading={reader.savedPage.heading} standfirst={reader.savedPage.standfirst} />}
  >
    <saved-articles className={styles.saved} data-href={routes.saved()}>
      <div data-part="scriptless" suppressHydrationWarning>
        <EmptyNote>{reader.savedPage.scriptless}</EmptyNote>
      </div>
      <div data-part="offline" hidden suppressHydrationWarning>
        <EmptyNote>{reader.savedPage.offline}</EmptyNote>
      </div>
      <div data-part="empty" hidden suppressHydrationWarning>
        <EmptyNote>{reader.savedPage.empty}</EmptyNote>
      </div>
      <ul className={styles.list} data-part="list" suppressHydrationWarning>
        {''}
      </ul>
      <button type="button" className={styles.button} data-part="clear" hidden suppressHydrationWarning>
        {reader.savedPage.clear}
      </button>
      <ul hidden>
        <SavedEntry words={words} />
      </ul>
    </saved-articles>
  </StackedPage>
)
