import { ImageResponse } from 'next/og'
import { PageCard } from '../../../../../components/card/PageCard.tsx'
import { getCard, getRelationCard } from '../../../../../lib/content/getCard.ts'
import { getDeparture } from '../../../../../lib/content/getDeparture.ts'
import { loadCardFonts } from '../../../../../lib/content/loadCardFonts.ts'
import { missingOutput, toDeparted, toOutput } from '../../../../../lib/feeds/output.ts'
import { addressOfDocument, CARD_FILE, cardSubjectOf } from '../../../../../lib/routes.ts'

interface Context {
  params: Promise<{ list: string; slugs: string[] }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const SIZE = { width: 1200, height: 630 }

export const GET = async (_request: Request, { params }: Context) => {
  const { list, slugs } = await params
  const [type, [slug, other]] = [cardSubjectOf(list), slugs]
  if (type === undefined || slug === undefined) return missingOutput()
  const card = await (other === undefined ? getCard(type, slug) : getRelationCard(slug, other))
  if (card !== undefined) {
    const image = new ImageResponse(<PageCard card={card} />, { ...SIZE, fonts: await loadCardFonts() })
    return toOutput(new Uint8Array(await image.arrayBuffer()), 'image/png')
  }
  const address = other === undefined ? addressOfDocument(type, slug) : undefined
  return toDeparted(address === undefined ? undefined : await getDeparture(address), CARD_FILE)
}
