import { existsSync, readFileSync } from 'node:fs'
import { createClient, type SanityClient } from '@sanity/client'
import { z } from 'zod'
import { parseEnvironment } from '../../../sanity/env.ts'
import { LoadError } from './loadError.ts'

const secretsFile = z.object({ writeToken: z.string() })

/** A client that may write to the dataset the environment names, embedded or hosted. Throws LoadError. */
export function openTarget(environment: Record<string, string | undefined>): SanityClient {
  const { projectId, dataset, apiHost } = settingsOf(environment)
  return createClient({
    projectId,
    dataset,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    timeout: 60_000,
    token: writeTokenOf(environment, apiHost),
    ...(apiHost === undefined ? {} : { apiHost, useProjectHostname: false }),
  })
}

function settingsOf(environment: Record<string, string | undefined>) {
  try {
    return parseEnvironment(environment)
  } catch (error) {
    throw new LoadError(error instanceof Error ? error.message : String(error))
  }
}

/** A lake's own token is taken from its folder for a lake only: it is never sent to the hosted service. */
function writeTokenOf(environment: Record<string, string | undefined>, apiHost: string | undefined): string {
  if (environment.SANITY_WRITE_TOKEN) return environment.SANITY_WRITE_TOKEN
  if (apiHost === undefined)
    throw new LoadError('No token to write with: set SANITY_WRITE_TOKEN for the hosted dataset.')
  const file = `${environment.LAKE_DATA_DIR || '.data'}/secrets.json`
  const secrets = existsSync(file) ? secretsFile.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
  if (secrets?.success) return secrets.data.writeToken
  throw new LoadError(
    `No token to write with: set SANITY_WRITE_TOKEN, or LAKE_DATA_DIR to the folder of a lake that has been set up (${file} has none).`,
  )
}
