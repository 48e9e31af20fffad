import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Finished pictures on disk, at most `capacity` bytes of them: what has not been asked for longest goes
 * first. It may be deleted at any time; everything in it can be made again.
 */
export function openRenderCache(folder: string, capacity: number) {
  /** Sizes by name, in the order of their last use. */
  const sizes = new Map<string, number>()
  const underWay = new Map<string, Promise<Buffer>>()
  let total = 0
  const loaded = load()

  async function load(): Promise<void> {
    await mkdir(folder, { recursive: true })
    const names = await readdir(folder)
    const found = await Promise.all(
      names.map(async (name) => ({ name, stats: await stat(join(folder, name)).catch(() => undefined) })),
    )
    const known = found.flatMap(({ name, stats }) =>
      stats ? [{ name, size: stats.size, at: stats.mtimeMs }] : [],
    )
    for (const { name, size } of known.toSorted((one, other) => one.at - other.at)) {
      sizes.set(name, size)
      total += size
    }
  }

  async function read(name: string): Promise<Buffer | undefined> {
    const size = sizes.get(name)
    if (size === undefined) return undefined
    try {
      const found = await readFile(join(folder, name))
      sizes.delete(name)
      sizes.set(name, size)
      return found
    } catch {
      forget(name)
      return undefined
    }
  }

  async function write(name: string, data: Buffer): Promise<void> {
    const temporary = join(folder, `${randomUUID()}.part`)
    await writeFile(temporary, data)
    await rename(temporary, join(folder, name))
    forget(name)
    sizes.set(name, data.length)
    total += data.length
    for (const [oldest] of sizes) {
      if (total <= capacity) break
      forget(oldest)
      await rm(join(folder, oldest), { force: true })
    }
  }

  function forget(name: string): void {
    total -= sizes.get(name) ?? 0
    sizes.delete(name)
  }

  return {
    /** The picture under a key, made by `make` when it is not there. However many ask at once, it is made once. */
    get: async (group: string, key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
      await loaded
      const name = `${group}.${createHash('sha256').update(key).digest('base64url').slice(0, 27)}`
      const waiting = underWay.get(name)
      if (waiting) return waiting
      const work = (async () => {
        const kept = await read(name)
        if (kept) return kept
        const made = await make()
        // A full disk must not keep a reader from a picture that is already made.
        await write(name, made).catch(() => undefined)
        return made
      })()
      underWay.set(name, work)
      try {
        return await work
      } finally {
        underWay.delete(name)
      }
    },

    /** Removes everything made from one original. */
    removeGroup: async (group: string): Promise<void> => {
      await loaded
      for (const name of [...sizes.keys()].filter((known) => known.startsWith(`${group}.`))) {
        forget(name)
        await rm(join(folder, name), { force: true })
      }
    },
  }
}

export type RenderCache = ReturnType<typeof openRenderCache>
