'use client'

import { OutOfOrder } from '../../components/site/OutOfOrder.tsx'
import { interfaceLanguageOf, wordsFor } from '../../lib/format/words/wordsFor.ts'

/** What failed is replaced in the browser, where the document says which language the edition has. */
const SiteError = () => {
  const language = typeof document === 'undefined' ? undefined : document.documentElement.lang
  return <OutOfOrder words={wordsFor(interfaceLanguageOf(language))} />
}

export default SiteError
