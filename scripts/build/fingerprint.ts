import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One number for all that a build is made from: the contents of files and folders (those that do not
 * exist count as absent), but for those in `except`, and named values. Knows nothing of git, so an unpacked archive builds too.
 */
export function fingerprint(
  root: string,
  {
    paths,
    except,
    values,
  }: { paths: string[]; except: string[]; values: Record<string, string | undefined> },
): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of listFiles(root, path, except)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
    }
  }
  for (const [name, value] of Object.entries(values).sort()) hash.update(`${name}=${value ?? ''}\0`)
  return hash.digest('hex')
}

function listFiles(root: string, path: string, except: string[]): string[] {
  if (except.includes(path)) return []
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, join(path, name), except))
}
