import { rmSync } from 'node:fs'
import { newsroomFile } from './sharedNewsroom.ts'

export default async function tearDown(): Promise<void> {
  await globalThis.runningNewsroom?.close()
  rmSync(newsroomFile, { force: true })
}
