'use client'

import { OutOfOrder } from '../components/site/OutOfOrder.tsx'
import { failureWords } from '../lib/format/words/failureWords.ts'
import { interfaceLanguages } from '../lib/format/words/interfaceLanguage.ts'
import './tokens.css'
import './fonts/fonts.css'
import './base.css'

const [first] = interfaceLanguages

/** Even the frame failed, and with it the edition's language is unknown: so it is said in all that we have. */
const GlobalError = () => (
  <html lang={first}>
    <body>
      <title>{`Meridian: ${failureWords[first].heading}`}</title>
      {interfaceLanguages.map((language) => (
        <div key={language} lang={language}>
          <OutOfOrder language={language} />
        </div>
      ))}
    </body>
  </html>
)

export default GlobalError
