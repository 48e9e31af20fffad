import { z } from 'zod'
import { imageExtension } from './imageFormats.ts'

/** What an upload may ask for with `meta=`; dimensions, `hasAlpha` and `isOpaque` always come. */
export const metadataPart = z.enum(['blurhash', 'thumbhash', 'lqip', 'palette', 'exif', 'image', 'location'])
export type MetadataPart = z.infer<typeof metadataPart>

/** What comes when an upload asks for nothing: never what a camera wrote, where the picture was taken least of all. */
export const usualParts: readonly MetadataPart[] = ['blurhash', 'thumbhash', 'lqip', 'palette']

/** A picture's format and what Sanity's asset documents say about it. */
export const imageDescription = z.object({
  extension: imageExtension,
  metadata: z.looseObject({ dimensions: z.looseObject({ width: z.number(), height: z.number() }) }),
})
export type ImageDescription = z.infer<typeof imageDescription>
