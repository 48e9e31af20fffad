import { z } from 'zod'

const port = z.coerce
  .number('a port number')
  .int('a whole number')
  .min(1, 'at least 1')
  .max(65535, 'at most 65535')

const environment = z.object({ PORT: port.default(3000), NEXT_PORT: port })

export interface EdgeSettings {
  /** Where readers come to. */
  port: number
  /** Where Next listens, on loopback. */
  nextPort: number
}

/** @throws Error naming the first variable that is wrong. An empty variable counts as absent. */
export function parseSettings(variables: Record<string, string | undefined>): EdgeSettings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    throw new Error(`${name} is "${given[name] ?? ''}", which the edge cannot use: ${issue?.message}.`)
  }
  return { port: parsed.data.PORT, nextPort: parsed.data.NEXT_PORT }
}

export const readSettings = (): EdgeSettings => parseSettings(process.env)
