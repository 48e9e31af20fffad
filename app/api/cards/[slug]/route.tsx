import { ImageResponse } from 'next/og'
import { ArticleCard } from '../../../../components/card/ArticleCard.tsx'
import { getCard } from '../../../../lib/content/getCard.ts'
import { loadCardFonts } from '../../../../lib/content/loadCardFonts.ts'
import { missingOutput, toOutput } from '../../../../lib/feeds/output.ts'

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const SIZE = { width: 1200, height: 630 }

export const GET = async (_request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const card = await getCard((await params).slug)
  if (card === undefined) return missingOutput()
  const image = new ImageResponse(<ArticleCard card={card} />, { ...SIZE, fonts: await loadCardFonts() })
  return toOutput(new Uint8Array(await image.arrayBuffer()), 'image/png')
}
