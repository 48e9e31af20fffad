'use client'

import { OutOfOrder } from '../components/site/OutOfOrder.tsx'
import './tokens.css'
import './fonts/fonts.css'
import './base.css'

const GlobalError = () => (
  <html lang="en">
    <body>
      <title>Meridian: this page cannot be shown just now</title>
      <OutOfOrder />
    </body>
  </html>
)

export default GlobalError
