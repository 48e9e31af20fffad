import { open } from 'node:fs/promises'
import { encode } from 'blurhash'
import sharp, { type Metadata } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { cameraMetadata } from './cameraMetadata.ts'
import type { ImageDescription, MetadataPart } from './imageDescription.ts'
import { failureOf, ImageError } from './imageFailure.ts'
import { extensionOf, type ImageExtension } from './imageFormats.ts'
import { mostPixels, openImage } from './imageInput.ts'
import { findPalette } from './palette.ts'

/** The longest side of the copy that previews are made from; a thumbhash takes no larger one. */
const previewSide = 100

/**
 * Looks at the bytes of an upload, whatever it was called: its format, its size as it is seen (turned as
 * its camera says), and the small previews that pages show while it loads.
 *
 * @throws ImageError when it is no picture, or one that is too large to unpack
 */
export async function describeImage(path: string, parts: readonly MetadataPart[]): Promise<ImageDescription> {
  const isSvg = await looksLikeSvg(path)
  const found = await (await openImage(path, { isSvg })).metadata().catch((cause: unknown) => {
    throw new ImageError(failureOf(cause) === 'tooManyPixels' ? 'tooManyPixels' : 'unreadable', { cause })
  })
  const extension = extensionOf(found.format, found.compression)
  if (!extension) throw new ImageError('unreadable')
  const { width, height } = found.autoOrient
  if (width * height > mostPixels) throw new ImageError('tooManyPixels')
  return { extension, metadata: await readMetadata(path, extension, found, parts) }
}

async function readMetadata(
  path: string,
  extension: ImageExtension,
  found: Metadata,
  parts: readonly MetadataPart[],
) {
  const isSvg = extension === 'svg'
  const { width, height } = found.autoOrient
  const hasAlpha = found.hasAlpha === true
  // Made in any case: it reads the file to its end, and half a picture must not be taken for a whole one.
  const preview = await toPreview(path, isSvg)
  return {
    _type: 'sanity.imageMetadata',
    dimensions: { _type: 'sanity.imageDimensions', width, height, aspectRatio: width / height },
    hasAlpha,
    isOpaque: !hasAlpha || (await (await openImage(path, { isSvg })).stats()).isOpaque,
    ...(await previewsOf(preview, hasAlpha, parts)),
    ...onlyParts(found.exif ? cameraMetadata(found.exif) : {}, parts),
  }
}

interface Preview {
  rgba: Buffer
  width: number
  height: number
}

async function toPreview(path: string, isSvg: boolean): Promise<Preview> {
  const small = (await openImage(path, { isSvg }))
    .autoOrient()
    .resize(previewSide, previewSide, { fit: 'inside' })
  const { data, info } = await small
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { rgba: data, width: info.width, height: info.height }
}

async function previewsOf(
  { rgba, width, height }: Preview,
  hasAlpha: boolean,
  parts: readonly MetadataPart[],
) {
  const pixels = new Uint8ClampedArray(rgba)
  const has = (part: MetadataPart) => parts.includes(part)
  return {
    ...(has('lqip') ? { lqip: await toPlaceholder({ rgba, width, height }, hasAlpha) } : {}),
    ...(has('blurhash') ? { blurHash: encode(pixels, width, height, 4, 3) } : {}),
    ...(has('thumbhash')
      ? { thumbHash: Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64') }
      : {}),
    ...(has('palette') ? { palette: findPalette(pixels) } : {}),
  }
}

function onlyParts(camera: Partial<ReturnType<typeof cameraMetadata>>, parts: readonly MetadataPart[]) {
  const wanted = parts.filter((part) => part === 'exif' || part === 'image' || part === 'location')
  return Object.fromEntries(wanted.flatMap((part) => (camera[part] ? [[part, camera[part]]] : [])))
}

/** A picture twenty pixels wide as a data address, for `background-image` while the real one loads. */
async function toPlaceholder({ rgba, width, height }: Preview, hasAlpha: boolean): Promise<string> {
  const tiny = sharp(rgba, { raw: { width, height, channels: 4 } }).resize({ width: 20 })
  const data = hasAlpha
    ? await tiny.png({ palette: true }).toBuffer()
    : await tiny.removeAlpha().jpeg({ quality: 60 }).toBuffer()
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
