'use client'

import { OutOfOrder } from '../../components/site/OutOfOrder.tsx'
import { interfaceLanguageOf } from '../../lib/format/words/interfaceLanguage.ts'

/** What failed is replaced in the browser, where the document says which language the edition has. */
const SiteError = () => {
  const language = typeof document === 'undefined' ? undefined : document.documentElement.lang
  return <OutOfOrder language={interfaceLanguageOf(language)} />
}

export default SiteError
