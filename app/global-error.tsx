'use client'

import { OutOfOrder } from '../components/site/OutOfOrder.tsx'
import { interfaceLanguages, wordsFor } from '../lib/format/words/wordsFor.ts'
import './tokens.css'
import './fonts/fonts.css'
import './base.css'

const [first] = interfaceLanguages

/** Even the frame failed, and with it the edition's language is unknown: so it is said in all that we have. */
const GlobalError = () => (
  <html lang={first}>
    <body>
      <title>{`Meridian: ${wordsFor(first).notice.failed.heading}`}</title>
      {interfaceLanguages.map((language) => (
        <div key={language} lang={language}>
          <OutOfOrder words={wordsFor(language)} />
        </div>
      ))}
    </body>
  </html>
)

export default GlobalError
