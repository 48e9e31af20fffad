import { z } from 'zod'

/** What a process is told at its start, as its one argument: anybody on the machine can read it. */
export const startingWords = z.object({
  /** Bytes of memory in all that it may have. */
  memory: z.number().optional(),
  setup: z.unknown(),
})
export type StartingWords = z.infer<typeof startingWords>

/** What a process says: once that it is ready for its first task, and then how each one went. */
export const processWord = z.discriminatedUnion('said', [
  z.object({ said: z.literal('ready') }),
  z.object({ said: z.literal('answered'), answer: z.unknown() }),
  z.object({ said: z.literal('failed'), reason: z.string() }),
])
export type ProcessWord = z.infer<typeof processWord>

/** How a process ends itself when its task wants more memory than it may have. */
export const tooLargeExit = 77
