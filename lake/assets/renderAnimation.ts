import sharp, { type Sharp } from 'sharp'
import { colourImage } from './colourImage.ts'
import type { OutputFormat } from './imageFormats.ts'
import type { Transformation } from './transformation.ts'
import { turnImage } from './turnImage.ts'

interface Movement {
  asked: Transformation
  format: OutputFormat
  /** Milliseconds for each picture. */
  delay: number[] | undefined
  /** How often it runs; 0 is for ever. */
  loop: number | undefined
}

/**
 * An animation from a strip of pictures one below the other, already cut and sized. Each is turned and
 * coloured by itself: done to the strip, a blur would run over the edges and a mirror change the order.
 */
export async function renderAnimation(
  strip: Sharp,
  { asked, format, delay, loop }: Movement,
): Promise<Buffer> {
  const { data, info } = await strip
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, pages = 1, channels } = info
  const height = info.height / pages
  const length = width * height * channels
  const frames: { data: Buffer; width: number; height: number }[] = []
  for (let index = 0; index < pages; index += 1) {
    const frame = sharp(data.subarray(index * length, (index + 1) * length), {
      raw: { width, height, channels },
    })
    const made = colourImage(await turnImage(frame, asked), asked, format).toColourspace('srgb')
    const raw = await made.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    frames.push({ data: raw.data, width: raw.info.width, height: raw.info.height })
  }
  return encode(frames, { asked, format, delay, loop })
}

function encode(
  frames: { data: Buffer; width: number; height: number }[],
  { asked, format, delay, loop }: Movement,
): Promise<Buffer> {
  const [first] = frames
  if (!first) throw new Error('An animation has at least one picture.')
  const { width, height } = first
  const raw = { width, height: height * frames.length, channels: 4 as const, pageHeight: height }
  const joined = sharp(Buffer.concat(frames.map(({ data }) => data)), { raw })
  const timing = { ...(delay ? { delay } : {}), ...(loop === undefined ? {} : { loop }) }
  return format === 'gif'
    ? joined.gif(timing).toBuffer()
    : joined.webp({ ...timing, quality: Math.max(1, asked.q ?? 75) }).toBuffer()
}
