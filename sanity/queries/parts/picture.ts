import { z } from 'zod'
import { addressesOfImage, isImageAssetId } from '../../image.ts'
import { optional, optionalText, prose } from './values.ts'

const stored = z.object({
  alt: prose.nullish(),
  caption: optionalText,
  credit: optionalText,
  hotspot: optional(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
  crop: optional(z.object({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() })),
  assetId: optional(z.string().refine(isImageAssetId, 'does not point to an image')),
  lqip: optional(z.string().startsWith('data:image/')),
})

/**
 * A picture as readers' pages print it. A picture without an upload is no picture: the frame of one
 * stays behind in the document when an editor takes the upload out.
 */
export const optionalPicture = stored.nullish().transform((picture) => {
  if (!picture?.assetId) return undefined
  const { assetId, alt, caption, credit, hotspot, crop, lqip } = picture
  return { ...addressesOfImage({ assetId, hotspot, crop }), alt: alt ?? '', caption, credit, lqip }
})

export type ParsedPicture = NonNullable<z.infer<typeof optionalPicture>>
