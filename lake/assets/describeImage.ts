import { open } from 'node:fs/promises'
import { encode } from 'blurhash'
import type { Metadata } from 'sharp'
import { HttpError } from '../http/errors.ts'
import { extensionOf, type ImageExtension } from './imageFormats.ts'
import { openImage } from './imageInput.ts'
import { findPalette } from './palette.ts'

/** What Sanity's asset documents say about a picture. */
export type ImageMetadata = Awaited<ReturnType<typeof readMetadata>>

/**
 * Looks at the bytes of an upload, whatever it was called: its format, its size as it is seen (turned as
 * its camera says), and the small previews that pages show while it loads.
 *
 * @throws HttpError 400 when it is no picture, or one that is too large to unpack
 */
export async function describeImage(path: string) {
  const isSvg = await looksLikeSvg(path)
  try {
    const found = await (await openImage(path, { isSvg })).metadata()
    const extension = extensionOf(found.format, found.compression)
    if (!extension) throw notAnImage()
    return { extension, metadata: await readMetadata(path, extension, found) }
  } catch (cause) {
    if (cause instanceof HttpError) throw cause
    if (cause instanceof Error && cause.message.includes('pixel limit')) {
      throw new HttpError(400, 'Bad Request', 'The picture has more than 100 megapixels.', {}, { cause })
    }
    throw notAnImage(cause)
  }
}

async function readMetadata(path: string, extension: ImageExtension, found: Metadata) {
  const isSvg = extension === 'svg'
  const { width, height } = found.autoOrient
  const hasAlpha = found.hasAlpha === true
  const small = (await openImage(path, { isSvg })).autoOrient().resize(64, 64, { fit: 'inside' })
  const pixels = await small
    .clone()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const rgba = new Uint8ClampedArray(pixels.data)
  return {
    _type: 'sanity.imageMetadata' as const,
    dimensions: {
      _type: 'sanity.imageDimensions' as const,
      width,
      height,
      aspectRatio: width / height,
    },
    hasAlpha,
    isOpaque: !hasAlpha || (await (await openImage(path, { isSvg })).stats()).isOpaque,
    lqip: await toPlaceholder(path, isSvg, hasAlpha),
    blurHash: encode(rgba, pixels.info.width, pixels.info.height, 4, 3),
    palette: findPalette(rgba),
  }
}

/** A picture twenty pixels wide as a data address, for `background-image` while the real one loads. */
async function toPlaceholder(path: string, isSvg: boolean, hasAlpha: boolean): Promise<string> {
  const tiny = (await openImage(path, { isSvg })).autoOrient().resize({ width: 20 })
  const data = hasAlpha
    ? await tiny.png({ palette: true }).toBuffer()
    : await tiny.jpeg({ quality: 60 }).toBuffer()
  return `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${data.toString('base64')}`
}

/** The first bytes decide how the file is opened; whether it is a picture decides the decoder. */
async function looksLikeSvg(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    return /^[\s\uFEFF]*<(?:\?xml|!--|!doctype svg|svg)/i.test(buffer.subarray(0, bytesRead).toString('utf8'))
  } finally {
    await file.close()
  }
}

function notAnImage(cause?: unknown): HttpError {
  return new HttpError(
    400,
    'Bad Request',
    'The file is not a picture that the lake can read (JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG).',
    {},
    { cause },
  )
}
