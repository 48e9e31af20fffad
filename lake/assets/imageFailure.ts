import { z } from 'zod'
import { messageOf } from '../errorCode.ts'
import { HttpError } from '../http/errors.ts'

/** Why no picture came of it, as the image process tells it. */
export const imageFailures = {
  unreadable: 'The file is not a picture that the lake can read (JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG).',
  tooManyPixels: 'The picture has more than 100 megapixels.',
  tooSlow: 'The picture takes longer than 20 seconds to unpack or to make.',
  tooLarge: 'The picture takes more memory than the lake gives to one picture.',
  broken: 'The picture could not be unpacked: its file is damaged.',
} as const

export const imageFailure = z.enum(['unreadable', 'tooManyPixels', 'tooSlow', 'tooLarge', 'broken'])
export type ImageFailure = z.infer<typeof imageFailure>

/** What a caller is told. @returns HttpError 400 */
export function toHttpError(failure: ImageFailure, cause?: unknown): HttpError {
  return new HttpError(400, 'Bad Request', imageFailures[failure], {}, { cause })
}

/** Thrown inside the image process; its name is all that leaves it. */
export class ImageError extends Error {
  override readonly name = 'ImageError'
  readonly failure: ImageFailure

  constructor(failure: ImageFailure, options?: ErrorOptions) {
    super(imageFailures[failure], options)
    this.failure = failure
  }
}

/** What libvips complained about, in our words. */
export function failureOf(error: unknown): ImageFailure {
  if (error instanceof ImageError) return error.failure
  const message = messageOf(error)
  return /pixel limit|too large|dimensions? exceed/i.test(message) ? 'tooManyPixels' : 'broken'
}
