import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressesSchema, type NewsroomAddresses } from './newsroom.ts'

export const newsroomFile = join('.build', 'e2e', 'newsroom.json')

/** The newsroom that runs for all journeys of this run. */
export function getNewsroom(): NewsroomAddresses {
  return addressesSchema.parse(JSON.parse(readFileSync(newsroomFile, 'utf8')))
}
