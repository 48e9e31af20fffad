import { z } from 'zod'
import { serveTasks } from '../../lake/processes/serveTasks.ts'

/** What a process of the lake's may be up to, for the tests of all of them. */
export const testTask = z.object({
  kind: z.enum([
    'say',
    'pid',
    'bytes',
    'variables',
    'refuse',
    'forever',
    'litter',
    'hoard',
    'hoardOutside',
    'crash',
  ]),
  words: z.string().optional(),
})
export type TestTask = z.infer<typeof testTask>

const hoard: unknown[] = []

if (import.meta.main) {
  serveTasks({ setup: z.object({ greeting: z.string() }), task: testTask }, ({ greeting }) => {
    const said: string[] = [greeting]
    return ({ kind, words = '' }) => {
      switch (kind) {
        case 'say':
          said.push(words)
          return said.join(' ')
        case 'pid':
          return process.pid
        case 'bytes':
          return Buffer.alloc(Number(words), 'ü')
        case 'variables':
          return Object.keys(process.env)
        case 'refuse':
          throw new Error(words)
        case 'forever':
          for (;;) hoard.length = 0
        case 'litter':
          return Array.from({ length: Number(words) }, (_, number) => `${number} of many`).length
        case 'hoard':
          for (;;) hoard.push({ words, also: [words] })
        case 'hoardOutside':
          setInterval(() => hoard.push(Buffer.alloc(20_000_000, 'x')), 1)
          return new Promise(() => {})
        case 'crash':
          process.stderr.write(words)
          return process.abort()
      }
    }
  })
}
