import sharp, { type Sharp } from 'sharp'
import type { Transformation } from './transformation.ts'

/** Turned and mirrored after everything else, which sharp does in an order of its own: hence the second picture. */
export async function turnImage(image: Sharp, { or: degrees = 0, flip }: Transformation): Promise<Sharp> {
  if (degrees === 0 && !flip) return image
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const raw = { width, height, channels }
  const mirrored = sharp(data, { raw })
    .flop(flip?.includes('h') ?? false)
    .flip(flip?.includes('v') ?? false)
  return degrees === 0 ? mirrored : sharp(await mirrored.raw().toBuffer(), { raw }).rotate(degrees)
}
