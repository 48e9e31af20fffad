import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { RiverPage } from '../../lib/model/river.ts'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { OlderInArchive } from './OlderInArchive.tsx'
import { Pager } from './Pager.tsx'
import { River } from './River.tsx'

interface Props {
  river: RiverPage
  /** The address of the first page. */
  href: string
  words: Words
}

/** Articles by day, and the pages that go on from them. */
export const NumberedRiver = ({ river: { days, page, pageCount, goesOn }, href, words }: Props) => (
  <>
    {days.length > 0 ? <River days={days} words={words} /> : <EmptyNote>{words.browse.nothingYet}</EmptyNote>}
    <Pager href={href} page={page} pageCount={pageCount} words={words} />
    {goesOn && page === pageCount && <OlderInArchive words={words} />}
  </>
)
