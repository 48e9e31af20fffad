import { z } from 'zod'
import { imageDescription, metadataPart } from './imageDescription.ts'
import { imageFailure } from './imageFailure.ts'
import { imageExtension } from './imageFormats.ts'

/** An image process is told nothing at its start. */
export const imageSetup = z.object({})

/** What the lake asks of an image process. */
export const imageTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('describe'), path: z.string(), parts: z.array(metadataPart) }),
  z.object({
    kind: z.literal('render'),
    path: z.string(),
    source: imageExtension,
    /** The parameters of the picture's address. */
    query: z.record(z.string(), z.string()),
    format: z.enum(['jpg', 'png', 'webp', 'gif', 'avif']),
  }),
])
export type ImageTask = z.infer<typeof imageTask>

/** What an image process answers. */
export const imageAnswer = z.union([
  z.object({ description: imageDescription }),
  z.object({ picture: z.custom<Uint8Array<ArrayBuffer>>((value) => ArrayBuffer.isView(value)) }),
  z.object({ failure: imageFailure, cause: z.string() }),
])
export type ImageAnswer = z.infer<typeof imageAnswer>
