import type { Card, CardPicture } from '../../lib/model/card.ts'
import type { Accent } from '../../lib/model/common.ts'
import { CardFlags } from './CardFlags.tsx'
import { CardLocator, CardPair, MAP_WIDTH } from './CardMap.tsx'
import { CardTimeline } from './CardTimeline.tsx'
import { ACCENTS, HEAVY_RULE, INK, INK_2, PANEL, PAPER } from './cardColours.ts'
import { SANS, SERIF } from './cardTypefaces.ts'
import { LINE, textSize } from './textSize.ts'

const WIDTH = 1064
const GAP = 40
const PHOTO = 360
/** Pixels below the top line, and what of it flags or a timeline take. */
const MIDDLE = 440
const FOOT = 68
/** The smaller words: their size, mean width of a letter, height of a line, most lines, and space above, in pixels. */
const SMALL = { size: 28, letter: 15, line: 38, most: 3, gap: 22 }

/** The card of a page, 1200 × 630, in the terms of the drawing of cards: inline styles, and flex for every box. */
export const PageCard = ({ card }: { card: Card }) => {
  const onAccent = card.ground === 'accent'
  const background = { paper: PAPER, panel: PANEL, accent: ACCENTS[card.accent] }[card.ground]
  return (
    <div
      style={{ display: 'flex', width: '100%', height: '100%', background, color: onAccent ? PAPER : INK }}
    >
      <div style={{ display: 'flex', width: 20, height: '100%', background: ACCENTS[card.accent] }} />
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, padding: '44px 60px 44px 56px' }}>
        <TopLine card={card} />
        <Middle card={card} />
        <Foot card={card} />
      </div>
    </div>
  )
}

const TopLine = ({ card: { kicker, siteName, name, accent, ground } }: { card: Card }) => (
  <div
    style={{
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      paddingBottom: 20,
      borderBottom: HEAVY_RULE,
    }}
  >
    <div style={{ fontFamily: SANS, fontSize: 30, color: ground === 'accent' ? PAPER : ACCENTS[accent] }}>
      {kicker ?? ''}
    </div>
    <div style={{ fontFamily: SERIF, fontSize: 42 }}>{siteName === name ? '' : siteName}</div>
  </div>
)

const Middle = ({ card }: { card: Card }) =>
  card.name === undefined && card.beside?.kind === 'picture' ? (
    <img
      src={card.beside.src}
      width={WIDTH}
      height={430}
      alt=""
      style={{ marginTop: 28, objectFit: 'cover' }}
    />
  ) : (
    <div style={{ display: 'flex', flex: 1, alignItems: 'center', gap: GAP }}>
      {(card.name ?? card.text) && <CardWords card={card} />}
      {card.beside && <Beside picture={card.beside} accent={card.accent} />}
    </div>
  )

const CardWords = ({ card }: { card: Card }) => {
  const { name, text, ground, beside } = card
  const width = WIDTH - (beside === undefined ? 0 : GAP + (beside.kind === 'picture' ? PHOTO : MAP_WIDTH))
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width, gap: SMALL.gap }}>
      {name !== undefined && (
        <div
          style={{
            fontFamily: SERIF,
            fontSize: textSize(name, { width, height: heightForName(card, width) }),
            lineHeight: LINE,
            letterSpacing: '-0.01em',
            textWrap: 'balance',
          }}
        >
          {name}
        </div>
      )}
      {text !== undefined && (
        <div
          style={{
            display: 'block',
            lineClamp: SMALL.most,
            fontFamily: SANS,
            fontSize: SMALL.size,
            lineHeight: SMALL.line / SMALL.size,
            color: ground === 'accent' ? PAPER : INK_2,
          }}
        >
          {text}
        </div>
      )}
    </div>
  )
}

/** What the foot and the smaller words leave of the middle of a card. */
const heightForName = ({ text, flags, timeline }: Card, width: number): number => {
  const foot = flags.length > 0 || timeline ? FOOT : 0
  const lines = Math.min(SMALL.most, Math.ceil(((text?.length ?? 0) * SMALL.letter) / width))
  return MIDDLE - foot - (lines === 0 ? 0 : SMALL.gap + lines * SMALL.line)
}

const Beside = ({ picture, accent }: { picture: CardPicture; accent: Accent }) => {
  switch (picture.kind) {
    case 'picture':
      return <img src={picture.src} width={PHOTO} height={PHOTO} alt="" style={{ objectFit: 'cover' }} />
    case 'locator':
      return (
        <CardLocator subject={picture.subject} neighbours={picture.neighbours} colour={ACCENTS[accent]} />
      )
    case 'pair':
      return <CardPair subjects={picture.subjects} accent={accent} />
  }
}

const Foot = ({ card: { name, flags, timeline, accent, beside } }: { card: Card }) => {
  const pictureAlone = name === undefined && beside?.kind === 'picture'
  if (pictureAlone || (flags.length === 0 && timeline === undefined)) return null
  return (
    <div style={{ display: 'flex', alignItems: 'flex-start', gap: GAP }}>
      {flags.length > 0 && <CardFlags codes={flags} />}
      {timeline && <CardTimeline timeline={timeline} accent={accent} />}
    </div>
  )
}
