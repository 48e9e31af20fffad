import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../errorCode.ts'

/** The arrangement of a backup's folder; a later program may arrange it otherwise. */
export const knownFormat = 1

export const manifestName = 'backup.json'

const hashedFile = z.object({ size: z.number(), sha256: z.string() })

const manifest = z.object({
  format: z.number(),
  /** The program that made it. */
  program: z.string(),
  /** ISO 8601: what was acknowledged before is in the backup. */
  madeAt: z.string(),
  schemaVersion: z.number(),
  /** The folder of the database and the secrets; that of an earlier or unfinished backup has another name. */
  folder: z.string().regex(/^\d{4}-[-\w]+$/),
  database: hashedFile,
  /** `undefined` when the data folder had no secrets. */
  secrets: hashedFile.optional(),
  datasets: z.array(z.object({ name: z.string(), documents: z.number() })),
  transactions: z.number(),
  changes: z.number(),
  users: z.number(),
  assets: z.object({ files: z.number(), bytes: z.number() }),
  /** Files that documents name and that the data folder had not, or not whole: `images/production/<name>`. */
  missing: z.array(z.string()),
})

/** What a backup holds. It is written last: a folder without one is no backup. */
export type Manifest = z.infer<typeof manifest>

/** The manifest in a folder; `undefined` when there is none. @throws Error when it cannot be read */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : manifest.parse(JSON.parse(text))
}

/** Replaces the manifest at once, written through to the disk. */
export async function writeManifest(folder: string, written: Manifest): Promise<void> {
  const temporary = join(folder, `${manifestName}.part`)
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(written, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, join(folder, manifestName))
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}
