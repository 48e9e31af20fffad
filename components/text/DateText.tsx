import type { Instant, PartialDate } from '../../lib/model/common.ts'

interface Props {
  at: Instant | PartialDate
  /** The date in words. Dates are written in English, also within an article that is read from right to left. */
  words: string
  title?: string
  className?: string | undefined
}

/** A date as read by people and by machines. */
export const DateText = ({ at, words, title, className }: Props) => (
  <time className={className} dateTime={at} title={title}>
    <bdi lang="en" dir="ltr">
      {words}
    </bdi>
  </time>
)
