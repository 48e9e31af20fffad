import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { colourImage } from './colourImage.ts'
import { type Framing, frame, type Size } from './framing.ts'
import type { ImageExtension, OutputFormat } from './imageFormats.ts'
import { mostPixels, openImage } from './imageInput.ts'
import { renderAnimation } from './renderAnimation.ts'
import type { Rgba, Transformation } from './transformation.ts'
import { turnImage } from './turnImage.ts'

const transparent: Rgba = { r: 0, g: 0, b: 0, alpha: 0 }

interface Wanted {
  source: ImageExtension
  asked: Transformation
  format: OutputFormat
}

/**
 * A picture made to an address's parameters. Metadata (a photographer's position among it) is left out
 * and colours become sRGB. An animation stays one where its format can and `frame=1` was not asked; one of
 * more than 100 megapixels over all is answered by its first picture.
 */
export async function renderImage(path: string, { source, asked, format }: Wanted): Promise<Buffer> {
  const isSvg = source === 'svg'
  const found = await (await openImage(path, { isSvg })).metadata()
  const size = found.autoOrient
  const { pages = 1 } = found
  const canMove = (source === 'gif' || source === 'webp') && (format === 'gif' || format === 'webp')
  const framing = frame(size, lyingDown(asked))
  if (canMove && !asked.frame && pages > 1 && fits(size, pages) && fits(framing.canvas, pages)) {
    // Where the most is to be seen differs from picture to picture, and the frame must not jump.
    const steady = frame(size, {
      ...lyingDown(asked),
      crop: asked.crop === 'entropy' ? 'center' : asked.crop,
    })
    const strip = cutAndSize(await openImage(path, { pages: -1 }), size, steady, asked)
    return renderAnimation(strip, { asked, format, delay: found.delay, loop: found.loop })
  }
  const framed = cutAndSize((await openImage(path, { isSvg })).autoOrient(), size, framing, asked)
  return encode(colourImage(await turnImage(framed, asked), asked, format), asked, format)
}

function fits({ width, height }: Size, pages: number): boolean {
  return width * height * pages <= mostPixels
}

/** What is turned on its side at the end is made with width and height exchanged. */
function lyingDown(asked: Transformation): Transformation {
  if (asked.or !== 90 && asked.or !== 270) return asked
  return {
    ...asked,
    w: asked.h,
    h: asked.w,
    'min-w': asked['min-h'],
    'min-h': asked['min-w'],
    'max-w': asked['max-h'],
    'max-h': asked['max-w'],
  }
}

function cutAndSize(image: Sharp, source: Size, framing: Framing, asked: Transformation): Sharp {
  const { region, size, canvas, padding } = framing
  const isWhole = region.width === source.width && region.height === source.height
  const cut = isWhole ? image : image.extract(region)
  const sized = framing.byEntropy
    ? cut.resize(size.width, size.height, { fit: 'cover', position: sharp.strategy.entropy })
    : cut.resize(size.width, size.height, { fit: 'fill' })
  const left = Math.floor((canvas.width - size.width) / 2)
  const top = Math.floor((canvas.height - size.height) / 2)
  if (
    padding === 0 &&
    left === 0 &&
    top === 0 &&
    canvas.height === size.height &&
    canvas.width === size.width
  )
    return sized
  return sized.extend({
    left: left + padding,
    top: top + padding,
    right: canvas.width - size.width - left + padding,
    bottom: canvas.height - size.height - top + padding,
    background: asked.bg ?? transparent,
  })
}

function encode(image: Sharp, { q, fm }: Transformation, format: OutputFormat): Promise<Buffer> {
  const quality = Math.max(1, q ?? 75)
  switch (format) {
    case 'jpg':
      return image.jpeg({ quality, progressive: fm === 'pjpg' }).toBuffer()
    case 'webp':
      return image.webp({ quality }).toBuffer()
    case 'avif':
      // It takes about as long as WebP and is smaller; without any effort a picture is a fifth larger, the usual one takes twenty times as long.
      return image.avif({ quality: Math.max(1, q ?? 50), effort: 1 }).toBuffer()
    case 'png':
      return image.png().toBuffer()
    case 'gif':
      return image.gif().toBuffer()
  }
}
