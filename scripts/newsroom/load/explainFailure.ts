import { ClientError } from '@sanity/client'
import { LoadError } from './loadError.ts'

/** What went wrong with a dataset, in one sentence for whoever runs the command; `what` begins it. */
export function explainFailure(error: unknown, what: string): string {
  if (error instanceof LoadError) return error.message
  if (error instanceof ClientError && [401, 403].includes(error.statusCode)) {
    return `The dataset refuses to be written: ${error.message} (${error.statusCode}). Check SANITY_WRITE_TOKEN, SANITY_PROJECT_ID and SANITY_DATASET.`
  }
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${what}: ${error instanceof Error ? error.message : String(error)}${cause}`
}
