import { getSite } from '../../../../lib/content/getSite.ts'
import { missingOutput, toOutput } from '../../../../lib/feeds/output.ts'
import { siteOutputs } from '../../../../lib/feeds/siteOutputs.ts'

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const GET = async (_request: Request, { params }: { params: Promise<{ file: string }> }) => {
  const { file } = await params
  const output = siteOutputs.get(`/${file}`)
  return output ? toOutput(output.write(await getSite()), output.type) : missingOutput()
}
