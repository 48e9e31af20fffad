import { resolve } from 'node:path'
import { parseEnvironment } from '../../sanity/env.ts'
import { ClearError } from '../setup/clearError.mjs'
import { root } from '../setup/root.mjs'

export interface Settings {
  dev: boolean
  port: number
  siteUrl: string
  /** Where editors work; undefined when hosted and nobody has said where the Studio is. */
  studioUrl: string | undefined
  /** Where content is: our own lake on this machine, or a service that runs elsewhere already. */
  content: { kind: 'lake'; port: number; dataDir: string } | { kind: 'elsewhere' }
  projectId: string
  dataset: string
}

/**
 * What the start script needs to know, by the same rules as the portal's own settings.
 *
 * @throws ClearError with a sentence that names the variable.
 */
export function readSettings(variables: Record<string, string | undefined>, dev: boolean): Settings {
  const given = parse(variables)
  const startsLake = given.mode === 'embedded' && !variables.SANITY_API_HOST
  const lakePort = Number(variables.LAKE_PORT || 3333)
  if (startsLake && given.port === lakePort) {
    throw new ClearError(`PORT and LAKE_PORT are both ${lakePort}: the site and the lake need a port each.`)
  }
  return {
    dev,
    port: given.port,
    siteUrl: given.siteUrl,
    studioUrl: given.studioUrl,
    content: startsLake
      ? { kind: 'lake', port: lakePort, dataDir: resolve(root, variables.LAKE_DATA_DIR || '.data') }
      : { kind: 'elsewhere' },
    projectId: given.projectId,
    dataset: given.dataset,
  }
}

function parse(variables: Record<string, string | undefined>) {
  try {
    return parseEnvironment(variables)
  } catch (error) {
    throw new ClearError(error instanceof Error ? error.message : String(error))
  }
}
