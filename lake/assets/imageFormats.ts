import { z } from 'zod'

/** Formats that are stored as images, by the extension that asset ids carry, with their media type. */
export const imageTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  tif: 'image/tiff',
  svg: 'image/svg+xml',
} as const

export const imageExtension = z.enum(['jpg', 'png', 'webp', 'gif', 'avif', 'tif', 'svg'])
export type ImageExtension = z.infer<typeof imageExtension>

/** Formats that pictures are delivered in when they are transformed. */
export type OutputFormat = 'jpg' | 'png' | 'webp' | 'gif' | 'avif'

export function isImageExtension(text: string): text is ImageExtension {
  return Object.hasOwn(imageTypes, text)
}

/** The extension for what sharp has recognised in the bytes; `undefined` for what the lake does not take. */
export function extensionOf(
  format: string | undefined,
  compression: string | undefined,
): ImageExtension | undefined {
  switch (format) {
    case 'jpeg':
      return 'jpg'
    case 'tiff':
      return 'tif'
    case 'heif':
      return compression === 'av1' ? 'avif' : undefined
    case 'png':
    case 'webp':
    case 'gif':
    case 'svg':
      return format
    default:
      return undefined
  }
}
