import { z } from 'zod'
import { imageDescription, metadataPart } from './imageDescription.ts'
import { imageFailure } from './imageFailure.ts'
import { imageExtension } from './imageFormats.ts'

/** What the lake asks of an image process. */
export const imageTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('describe'), id: z.number(), path: z.string(), parts: z.array(metadataPart) }),
  z.object({
    kind: z.literal('render'),
    id: z.number(),
    path: z.string(),
    source: imageExtension,
    /** The parameters of the picture's address. */
    query: z.record(z.string(), z.string()),
    format: z.enum(['jpg', 'png', 'webp', 'gif', 'avif']),
  }),
])
export type ImageTask = z.infer<typeof imageTask>

/** What an image process answers, under the id of the task. */
export const imageAnswer = z.union([
  z.object({ id: z.number(), description: imageDescription }),
  z.object({
    id: z.number(),
    picture: z.custom<Uint8Array<ArrayBuffer>>((value) => ArrayBuffer.isView(value)),
  }),
  z.object({ id: z.number(), failure: imageFailure, cause: z.string() }),
])
export type ImageAnswer = z.infer<typeof imageAnswer>

/** How an image process ends itself when a picture wants more memory than it may have. */
export const tooLargeExit = 77
