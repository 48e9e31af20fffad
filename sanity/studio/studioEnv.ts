import { z } from 'zod'

const address = z
  .url({ protocol: /^https?$/, error: 'is not an address such as http://localhost:3333' })
  .transform((given) => given.replace(/\/+$/, ''))

const variables = z.object({
  SANITY_STUDIO_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9][-a-z0-9]*$/, 'may have small letters, digits and hyphens only')
    .default('meridian'),
  SANITY_STUDIO_DATASET: z
    .string()
    .regex(/^[a-z0-9][-_a-z0-9]{0,63}$/, 'may have small letters, digits, hyphens and underscores only')
    .default('production'),
  SANITY_STUDIO_API_HOST: address.optional(),
  SANITY_STUDIO_SITE_URL: address.optional(),
})

/** The project id of a lake of our own: a Studio built for it asks the address that served it. */
const embeddedProject = 'meridian'

export interface StudioEnv {
  projectId: string
  dataset: string
  /** What stands before a page's path to read it on the portal, without a slash at the end. */
  siteUrl: string
  /** Our lake's address, or undefined for Sanity's hosted Content Lake. */
  lakeHost: string | undefined
}

/**
 * What the Studio was built for, from `SANITY_STUDIO_*` variables; an empty one counts as absent.
 *
 * @param servedFrom the origin that the Studio is being read from, for one build to serve on any port
 * @throws Error naming the variable that cannot be used
 */
export function parseStudioEnv(given: Record<string, string | undefined>, servedFrom: string): StudioEnv {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(present)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`${String(issue?.path[0])} ${issue?.message}.`)
  }
  const known = parsed.data
  const { SANITY_STUDIO_API_HOST: elsewhere, SANITY_STUDIO_SITE_URL: siteUrl } = known
  const ownLake = known.SANITY_STUDIO_PROJECT_ID === embeddedProject ? servedFrom : undefined
  const lakeHost = elsewhere ?? ownLake
  return {
    projectId: known.SANITY_STUDIO_PROJECT_ID,
    dataset: known.SANITY_STUDIO_DATASET,
    // A lake sends readers on to its site; the hosted service knows of none.
    siteUrl: siteUrl ?? (lakeHost ? `${lakeHost}/site` : 'http://localhost:3000'),
    lakeHost,
  }
}

// Each is named in full: the build replaces these very words by the values that it was given.
export const studioEnv = parseStudioEnv(
  {
    SANITY_STUDIO_PROJECT_ID: process.env.SANITY_STUDIO_PROJECT_ID,
    SANITY_STUDIO_DATASET: process.env.SANITY_STUDIO_DATASET,
    SANITY_STUDIO_API_HOST: process.env.SANITY_STUDIO_API_HOST,
    SANITY_STUDIO_SITE_URL: process.env.SANITY_STUDIO_SITE_URL,
  },
  typeof window === 'undefined' ? 'http://localhost:3333' : window.location.origin,
)
