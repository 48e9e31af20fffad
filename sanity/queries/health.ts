import { z } from 'zod'
import type { Query } from './query.ts'

const schema = z.number().int()

/** The cheapest question that needs the content lake whole. */
export const health: Query<typeof schema> = {
  name: 'health',
  groq: `count(*[_type == "siteSettings"])`,
  schema,
}
