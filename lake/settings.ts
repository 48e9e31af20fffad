import { resolve } from 'node:path'
import { z } from 'zod'
import { type GivenLimits, parseLimits } from './parseLimits.ts'

/** An environment variable that cannot be used. The message names it and says what would do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

const port = z.coerce
  .number('a port number')
  .int('a whole number')
  .min(1, 'at least 1')
  .max(65535, 'at most 65535')
const address = z
  .url({ protocol: /^https?$/, error: 'an address such as http://localhost:3333' })
  .transform((given) => given.replace(/\/+$/, ''))

const environment = z.object({
  LAKE_PORT: port.default(3333),
  LAKE_HOST: z.string().optional(),
  LAKE_DATA_DIR: z.string().default('.data'),
  LAKE_PUBLIC_URL: address.optional(),
  SITE_URL: address.default('http://localhost:3000'),
  SANITY_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][-a-z0-9]*$/, 'small letters, digits and hyphens')
    .default('meridian'),
  SANITY_DATASET: z
    .string()
    .regex(/^[a-z0-9][-_a-z0-9]{0,63}$/, 'small letters, digits, hyphens and underscores')
    .default('production'),
  STUDIO_DIR: z.string().default('.build/studio'),
  LAKE_LIMITS: z
    .string()
    .default('')
    .transform((text, context) => {
      const parsed = parseLimits(text)
      if ('wrong' in parsed) context.addIssue({ code: 'custom', message: parsed.wrong })
      return 'wrong' in parsed ? z.NEVER : parsed
    }),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface LakeSettings {
  port: number
  /** Both loopback addresses when undefined. */
  host: string | undefined
  dataDir: string
  publicUrl: string
  siteUrl: string
  projectId: string
  dataset: string
  studioDir: string
  logLevel: z.infer<typeof environment>['LOG_LEVEL']
  /** Limits that are not as usual. */
  givenLimits: GivenLimits
}

/**
 * The lake's settings from environment variables; an empty variable counts as absent.
 *
 * @throws SettingsError naming the first variable that is wrong.
 */
export function parseSettings(variables: Record<string, string | undefined>): LakeSettings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    throw new SettingsError(
      `${name} is "${given[name] ?? ''}", which the lake cannot use: ${issue?.message}.`,
    )
  }
  const known = parsed.data
  return {
    port: known.LAKE_PORT,
    host: known.LAKE_HOST,
    dataDir: resolve(known.LAKE_DATA_DIR),
    publicUrl: known.LAKE_PUBLIC_URL ?? `http://localhost:${known.LAKE_PORT}`,
    siteUrl: known.SITE_URL,
    projectId: known.SANITY_PROJECT_ID,
    dataset: known.SANITY_DATASET,
    studioDir: resolve(known.STUDIO_DIR),
    logLevel: known.LOG_LEVEL,
    givenLimits: known.LAKE_LIMITS,
  }
}
