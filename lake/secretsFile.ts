import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const secrets = z.object({
  adminEmail: z.string(),
  /** The administrator's first password; gone from here once it has been changed. */
  adminPassword: z.string().optional(),
  readToken: z.string(),
  writeToken: z.string(),
  webhookSecret: z.string(),
})

/** What the portal, the worker and the first log-in need, kept beside the data for the machine's owner only. */
export type LakeSecrets = z.infer<typeof secrets>

/** The secrets of a data folder; `undefined` when there are none, or not in a readable state. */
export function readSecrets(dataDir: string): LakeSecrets | undefined {
  const path = pathOf(dataDir)
  if (!existsSync(path)) return undefined
  try {
    return secrets.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Replaces the file at once, readable by its owner only. */
export function writeSecrets(dataDir: string, written: LakeSecrets): void {
  const path = pathOf(dataDir)
  writeFileSync(`${path}.new`, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function pathOf(dataDir: string): string {
  return join(dataDir, 'secrets.json')
}
