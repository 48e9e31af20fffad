import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const seedRoot = join(process.cwd(), 'sanity/seed')

export interface SeedFolder {
  root: string
  /** Writes `file` with `from` replaced by `to`; fails when `from` is not there. */
  change: (file: string, from: string, to: string) => void
  add: (file: string, text: string) => void
  remove: () => void
}

/** A copy of the newsroom's sources that a test may spoil. */
export function copySeed(): SeedFolder {
  const root = mkdtempSync(join(tmpdir(), 'meridian-seed-'))
  cpSync(seedRoot, root, { recursive: true })
  return {
    root,
    change: (file, from, to) => {
      const text = readFileSync(join(root, file), 'utf8')
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
      writeFileSync(join(root, file), text.replace(from, to))
    },
    add: (file, text) => writeFileSync(join(root, file), text),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
