import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Instant, PartialDate } from '../../lib/model/common.ts'
import { InterfaceText } from './InterfaceText.tsx'

interface Props {
  at: Instant | PartialDate
  /** The date as it is read. It is in the interface's language, also within an article in another. */
  text: string
  words: Words
  title?: string
  className?: string | undefined
}

/** A line never ends between a day and its month, nor between the hour and "UTC". */
const heldTogether = (text: string) => text.replace(/(?<=\b\d{1,2}|\b1er) (?=\p{L})/gu, '\u00a0')

/** A date as read by people and by machines. */
export const DateText = ({ at, text, words, title, className }: Props) => (
  <time className={className} dateTime={at} title={title}>
    <InterfaceText words={words}>{heldTogether(text)}</InterfaceText>
  </time>
)
