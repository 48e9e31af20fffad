import type { ReactNode } from 'react'
import { directionOf } from '../../lib/format/direction.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'

/** The interface's own words, marked as such: the text around them may have another language and direction. */
export const InterfaceText = ({ words, children }: { words: Words; children: ReactNode }) => (
  <bdi lang={words.language} dir={directionOf(words.language)}>
    {children}
  </bdi>
)
