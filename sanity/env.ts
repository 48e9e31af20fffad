import { z } from 'zod'
import { isForbiddenPort } from './forbiddenPorts.ts'

/** An empty variable counts as one that is not set: shells and container files write both. */
const setting = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const forbidden = (port: number) => `browsers refuse to ask port ${port}, which belongs to another service`

const port = z.coerce
  .number()
  .int()
  .min(1)
  .max(65535)
  .refine((port) => !isForbiddenPort(port), { error: ({ input }) => forbidden(Number(input)) })
const portOf = (url: string) => Number(new URL(url).port)
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => !isForbiddenPort(portOf(url)), { error: ({ input }) => forbidden(portOf(String(input))) })
  .transform((url) => url.replace(/\/+$/, ''))

const variables = z.object({
  PORT: setting(port),
  NEXT_PORT: setting(port),
  LAKE_PORT: setting(port),
  SANITY_PROJECT_ID: setting(z.string().regex(/^[a-z0-9-]+$/, 'may hold a–z, 0–9 and "-" only')),
  SANITY_DATASET: setting(z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'is not the name of a dataset')),
  SANITY_API_HOST: setting(origin),
  SANITY_READ_TOKEN: setting(z.string()),
  SANITY_WRITE_TOKEN: setting(z.string()),
  SANITY_WEBHOOK_SECRET: setting(z.string().min(16, 'must have 16 characters or more')),
  SITE_URL: setting(origin),
  STUDIO_URL: setting(origin),
  WORKER_PORT: setting(port),
  WORKER_URL: setting(origin),
})

export interface Environment {
  /** Embedded: the content lake is a server of our own. Hosted: it is Sanity's. */
  mode: 'embedded' | 'hosted'
  projectId: string
  dataset: string
  /** Undefined when hosted: the client knows the address. */
  apiHost: string | undefined
  readToken: string | undefined
  /** The worker's alone: the portal holds none. */
  writeToken: string | undefined
  webhookSecret: string | undefined
  siteUrl: string
  studioUrl: string | undefined
  /** Where readers come to: the edge, or Next itself where none stands before it. */
  port: number
  /** Where Next itself listens, for what the portal asks of itself alone. */
  nextPort: number
  workerPort: number
  /** Where the portal hands publish notices on to; undefined where no worker runs. */
  workerUrl: string | undefined
}

/**
 * The settings of portal and worker from environment variables.
 * @throws Error that names every variable that is wrong, and why.
 */
export const parseEnvironment = (source: Record<string, string | undefined>): Environment => {
  const parsed = variables.safeParse(source)
  if (!parsed.success) throw new Error(explainProblems(parsed.error))
  const given = parsed.data
  const hosted = given.SANITY_PROJECT_ID !== undefined && given.SANITY_API_HOST === undefined
  const apiHost = hosted
    ? undefined
    : (given.SANITY_API_HOST ?? `http://localhost:${given.LAKE_PORT ?? 3333}`)
  const ownPort = given.PORT ?? 3000
  const workerPort = given.WORKER_PORT ?? besideLake(given.LAKE_PORT ?? 3333)
  return {
    mode: hosted ? 'hosted' : 'embedded',
    projectId: given.SANITY_PROJECT_ID ?? 'meridian',
    dataset: given.SANITY_DATASET ?? 'production',
    apiHost,
    readToken: given.SANITY_READ_TOKEN,
    writeToken: given.SANITY_WRITE_TOKEN,
    webhookSecret: given.SANITY_WEBHOOK_SECRET,
    siteUrl: given.SITE_URL ?? `http://localhost:${ownPort}`,
    studioUrl: given.STUDIO_URL ?? apiHost,
    port: ownPort,
    nextPort: given.NEXT_PORT ?? ownPort,
    workerPort,
    workerUrl: given.WORKER_URL,
  }
}

/** The worker's port where none is given: the next after the lake's that can be asked. */
const besideLake = (lakePort: number): number =>
  isForbiddenPort(lakePort + 1) ? besideLake(lakePort + 1) : lakePort + 1

const explainProblems = (error: z.ZodError) =>
  error.issues
    .map((issue) => `The environment variable ${issue.path.join('.')} cannot be used: ${issue.message}.`)
    .join('\n')

let environment: Environment | undefined

/** Read at the first need rather than on import, so that a build asks for no settings. */
export const getEnvironment = (): Environment => {
  environment ??= parseEnvironment(process.env)
  return environment
}
