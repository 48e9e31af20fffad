import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { frame } from './framing.ts'
import type { ImageExtension, OutputFormat } from './imageFormats.ts'
import { openImage } from './imageInput.ts'
import type { Rgba, Transformation } from './transformation.ts'

const transparent: Rgba = { r: 0, g: 0, b: 0, alpha: 0 }
const white: Rgba = { r: 255, g: 255, b: 255, alpha: 1 }

/** The format of the answer: the one asked for, else WebP where `auto=format` and the browser takes it, else the picture's own. */
export function outputFormat(source: ImageExtension, asked: Transformation, accept: string): OutputFormat {
  if (asked.fm) return asked.fm === 'pjpg' ? 'jpg' : asked.fm
  const isAuto = asked.auto?.split(',').includes('format')
  if (isAuto && source !== 'gif' && accept.includes('image/webp')) return 'webp'
  if (source === 'tif') return 'jpg'
  return source === 'svg' ? 'png' : source
}

/**
 * A picture made to an address's parameters. Metadata (a photographer's position among it) is left out
 * and colours become sRGB. Of an animation the first picture is taken.
 */
export async function renderImage(
  path: string,
  { source, asked, format }: { source: ImageExtension; asked: Transformation; format: OutputFormat },
): Promise<Buffer> {
  const isSvg = source === 'svg'
  const { autoOrient: size } = await (await openImage(path, { isSvg })).metadata()
  const framed = await cutAndSize((await openImage(path, { isSvg })).autoOrient(), size, asked)
  const turned = await turn(framed, asked)
  return encode(colour(turned, asked, format), asked, format)
}

async function cutAndSize(
  image: Sharp,
  source: { width: number; height: number },
  asked: Transformation,
): Promise<Sharp> {
  const isSideways = asked.or === 90 || asked.or === 270
  const box = isSideways ? { ...asked, w: asked.h, h: asked.w } : asked
  const { region, size, canvas } = frame(source, box)
  const isExactCover = box.fit === 'crop' && box.crop === 'entropy' && canvas.width === box.w
  if (isExactCover) {
    return image.resize(canvas.width, canvas.height, { fit: 'cover', position: sharp.strategy.entropy })
  }
  const isWhole = region.width === source.width && region.height === source.height
  const cut = isWhole ? image : image.extract(region)
  const sized = cut.resize(size.width, size.height, { fit: 'fill' })
  if (canvas.width === size.width && canvas.height === size.height) return sized
  const left = Math.floor((canvas.width - size.width) / 2)
  const top = Math.floor((canvas.height - size.height) / 2)
  return sized.extend({
    left,
    top,
    right: canvas.width - size.width - left,
    bottom: canvas.height - size.height - top,
    background: asked.bg ?? transparent,
  })
}

/** Turned and mirrored after everything else, which sharp does in an order of its own: hence the second picture. */
async function turn(image: Sharp, { or: degrees = 0, flip }: Transformation): Promise<Sharp> {
  if (degrees === 0 && !flip) return image
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const open = (pixels: Buffer, size: { width: number; height: number }) =>
    sharp(pixels, { raw: { ...size, channels } })
  const mirrored = open(data, { width, height })
    .flop(flip?.includes('h') ?? false)
    .flip(flip?.includes('v') ?? false)
  if (degrees === 0) return mirrored
  return open(await mirrored.raw().toBuffer(), { width, height }).rotate(degrees)
}

function colour(image: Sharp, asked: Transformation, format: OutputFormat): Sharp {
  if (asked.blur) image.blur(Math.max(0.3, asked.blur / 4))
  if (asked.sharp) image.sharpen({ sigma: 0.5 + asked.sharp / 50 })
  if (asked.sat === -100) image.grayscale()
  else if (asked.sat) image.modulate({ saturation: 1 + asked.sat / 100 })
  if (asked.invert) image.negate({ alpha: false })
  if (asked.bg) image.flatten({ background: asked.bg })
  else if (format === 'jpg') image.flatten({ background: white })
  return image
}

function encode(image: Sharp, { q, fm }: Transformation, format: OutputFormat): Promise<Buffer> {
  const quality = Math.max(1, q ?? 75)
  switch (format) {
    case 'jpg':
      return image.jpeg({ quality, progressive: fm === 'pjpg' }).toBuffer()
    case 'webp':
      return image.webp({ quality }).toBuffer()
    case 'avif':
      // The lowest effort: it takes as long as WebP, where the usual effort takes ten times as long.
      return image.avif({ quality: Math.max(1, q ?? 50), effort: 0 }).toBuffer()
    case 'png':
      return image.png().toBuffer()
    case 'gif':
      return image.gif().toBuffer()
  }
}
