import { resolve } from 'node:path'
import { parseEnvironment } from '../../sanity/env.ts'
import { ClearError } from '../setup/clearError.mjs'
import { root } from '../setup/root.mjs'

export interface Settings {
  dev: boolean
  port: number
  /** The edge stands before Next, unless pages are made anew as one works on them. */
  edge: { nextPort: number | undefined } | undefined
  siteUrl: string
  /** Where editors work; undefined when hosted and nobody has said where the Studio is. */
  studioUrl: string | undefined
  /** Where content is: our own lake on this machine, or a service that runs elsewhere already. */
  content: { kind: 'lake'; port: number; dataDir: string } | { kind: 'elsewhere' }
  /** The worker that is started here; undefined when one runs elsewhere, or nobody gave it a token to write with. */
  worker: { port: number } | undefined
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
  const mayWrite = given.writeToken !== undefined && given.webhookSecret !== undefined
  const startsWorker = given.workerUrl === undefined && (startsLake || mayWrite)
  const nextPort = !dev && variables.NEXT_PORT ? given.nextPort : undefined
  refuseSharedPorts({
    PORT: given.port,
    ...(nextPort !== undefined && { NEXT_PORT: nextPort }),
    ...(startsLake && { LAKE_PORT: lakePort }),
    ...(startsWorker && { WORKER_PORT: given.workerPort }),
  })
  return {
    dev,
    port: given.port,
    edge: dev ? undefined : { nextPort },
    siteUrl: given.siteUrl,
    studioUrl: given.studioUrl,
    content: startsLake
      ? { kind: 'lake', port: lakePort, dataDir: resolve(root, variables.LAKE_DATA_DIR || '.data') }
      : { kind: 'elsewhere' },
    worker: startsWorker ? { port: given.workerPort } : undefined,
    projectId: given.projectId,
    dataset: given.dataset,
  }
}

function refuseSharedPorts(ports: Record<string, number>): void {
  const names = Object.keys(ports)
  for (const [index, name] of names.entries()) {
    const other = names.slice(index + 1).find((each) => ports[each] === ports[name])
    if (other)
      throw new ClearError(`${name} and ${other} are both ${ports[name]}: each part needs a port of its own.`)
  }
}

function parse(variables: Record<string, string | undefined>) {
  try {
    return parseEnvironment(variables)
  } catch (error) {
    throw new ClearError(error instanceof Error ? error.message : String(error))
  }
}
