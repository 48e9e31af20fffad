import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type RunningNewsroom, startNewsroom } from './newsroom.ts'
import { newsroomFile } from './sharedNewsroom.ts'

declare global {
  var runningNewsroom: RunningNewsroom | undefined
}

/** One newsroom for all journeys; each journey keeps to documents of its own or leaves them as they were. */
export default async function setUp(): Promise<void> {
  const newsroom = await startNewsroom()
  globalThis.runningNewsroom = newsroom
  const { close: _close, ...addresses } = newsroom
  mkdirSync(dirname(newsroomFile), { recursive: true })
  writeFileSync(newsroomFile, JSON.stringify(addresses), { mode: 0o600 })
}
