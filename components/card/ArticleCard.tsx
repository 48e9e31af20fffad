import type { Card } from '../../lib/model/card.ts'
import { flagDrawing } from '../country/flagDrawing.ts'
import { ACCENTS, HEAVY_RULE, INK, PAPER, THIN_RULE } from './cardColours.ts'
import { SANS, SERIF } from './cardTypefaces.ts'
import { headlineSize } from './headlineSize.ts'

/** The card of a page, 1200 × 630, in the terms of the drawing of cards: inline styles, and flex for every box. */
export const ArticleCard = ({ card }: { card: Card }) => (
  <div style={{ display: 'flex', width: '100%', height: '100%', background: PAPER, color: INK }}>
    <div style={{ display: 'flex', width: 20, height: '100%', background: ACCENTS[card.accent] }} />
    <div style={{ display: 'flex', flexDirection: 'column', flex: 1, padding: '44px 60px 44px 56px' }}>
      <TopLine card={card} />
      {card.headline === undefined ? <PictureAlone card={card} /> : <Headline text={card.headline} />}
      {card.headline !== undefined && <Flags codes={card.flags} />}
    </div>
  </div>
)

const TopLine = ({ card }: { card: Card }) => (
  <div
    style={{
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      paddingBottom: 20,
      borderBottom: HEAVY_RULE,
    }}
  >
    <div style={{ fontFamily: SANS, fontSize: 30, color: ACCENTS[card.accent] }}>{card.kicker}</div>
    <div style={{ fontFamily: SERIF, fontSize: 42 }}>{card.siteName}</div>
  </div>
)

const Headline = ({ text }: { text: string }) => (
  <div
    style={{
      display: 'flex',
      flex: 1,
      alignItems: 'center',
      fontFamily: SERIF,
      fontSize: headlineSize(text),
      lineHeight: 1.1,
      letterSpacing: '-0.01em',
    }}
  >
    {text}
  </div>
)

const Flags = ({ codes }: { codes: string[] }) => (
  <div style={{ display: 'flex', height: 48, gap: 16 }}>
    {codes.flatMap((code) => {
      const drawing = flagDrawing(code)
      if (drawing === undefined) return []
      const src = `data:image/svg+xml;base64,${btoa(drawing)}`
      return <img key={code} src={src} width={72} height={48} alt="" style={{ border: THIN_RULE }} />
    })}
  </div>
)

/** Where the headline cannot be set: the picture says what it can, beside the name of the site. */
const PictureAlone = ({ card }: { card: Card }) =>
  card.picture === undefined ? (
    <div style={{ display: 'flex', flex: 1, alignItems: 'center' }}>
      <Flags codes={card.flags} />
    </div>
  ) : (
    <img src={card.picture} width={1064} height={430} alt="" style={{ marginTop: 28, objectFit: 'cover' }} />
  )
