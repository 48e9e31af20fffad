import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { z } from 'zod'
import { parseEnvironment } from '../../sanity/env.ts'
import { ClearError } from '../setup/clearError.mjs'

const secretsSchema = z.object({ writeToken: z.string() })

/**
 * A client that may write drafts: with SANITY_WRITE_TOKEN, or with the token that the lake on this machine
 * keeps in its data folder.
 *
 * @throws ClearError when there is no token.
 */
export function openDataset(variables: Record<string, string | undefined>): SanityClient {
  const { projectId, dataset, apiHost } = parseEnvironment(variables)
  return createClient({
    projectId,
    dataset,
    apiVersion: '2025-09-01',
    perspective: 'raw',
    useCdn: false,
    token: variables.SANITY_WRITE_TOKEN || keptToken(variables.LAKE_DATA_DIR || '.data'),
    maxRetries: 1,
    ...(apiHost === undefined ? {} : { apiHost, useProjectHostname: false }),
  })
}

function keptToken(dataDir: string): string {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).writeToken
  throw new ClearError(
    'There is no token to write with: run `npm start` once (it makes one for the lake on this machine), or set SANITY_WRITE_TOKEN.',
  )
}
