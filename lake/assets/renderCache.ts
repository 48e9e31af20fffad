import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

type Picture = Uint8Array<ArrayBuffer>

const unfinished = '.part'

/**
 * Finished pictures on disk, at most `capacity` bytes of them: what has not been asked for longest goes
 * first (after a restart: what was made longest ago). It may be deleted at any time; everything in it can
 * be made again, and a disk that is full keeps nobody from a picture.
 */
export function openRenderCache(folder: string, capacity: number) {
  /** Sizes by name, in the order of their last use. */
  const sizes = new Map<string, number>()
  const underWay = new Map<string, { picture: Promise<Picture>; group: string; isWanted: boolean }>()
  let total = 0
  const loaded = load()

  async function load(): Promise<void> {
    // What cannot be made or read now will be tried again by each picture.
    await mkdir(folder, { recursive: true }).catch(() => undefined)
    const names = await readdir(folder).catch(() => [])
    const found = await Promise.all(
      names.map(async (name) => ({ name, stats: await stat(join(folder, name)).catch(() => undefined) })),
    )
    for (const { name } of found.filter(({ name }) => name.endsWith(unfinished))) await remove(name)
    const known = found.flatMap(({ name, stats }) =>
      stats && !name.endsWith(unfinished) ? [{ name, size: stats.size, at: stats.mtimeMs }] : [],
    )
    for (const { name, size } of known.toSorted((one, other) => one.at - other.at)) remember(name, size)
    await evict()
  }

  async function read(name: string): Promise<Picture | undefined> {
    const size = sizes.get(name)
    if (size === undefined) return undefined
    const found = await readFile(join(folder, name)).catch(() => undefined)
    if (found?.length !== size) {
      forget(name)
      return undefined
    }
    remember(name, size)
    return new Uint8Array(found)
  }

  async function write(name: string, picture: Picture, isWanted: () => boolean): Promise<void> {
    const temporary = join(folder, `${randomUUID()}${unfinished}`)
    try {
      // Written through before it has its name: after a power cut half a picture would be served for a year.
      const file = await open(temporary, 'wx', 0o600)
      try {
        await file.writeFile(picture)
        await file.datasync()
      } finally {
        await file.close()
      }
      if (!isWanted()) return
      await rename(temporary, join(folder, name))
      remember(name, picture.length)
      await evict()
    } finally {
      await rm(temporary, { force: true })
    }
  }

  async function evict(): Promise<void> {
    for (const [oldest] of sizes) {
      if (total <= capacity) return
      forget(oldest)
      await remove(oldest)
    }
  }

  function remember(name: string, size: number): void {
    forget(name)
    sizes.set(name, size)
    total += size
  }

  function forget(name: string): void {
    total -= sizes.get(name) ?? 0
    sizes.delete(name)
  }

  const remove = (name: string): Promise<void> =>
    rm(join(folder, name), { force: true }).catch(() => undefined)

  return {
    /** The picture under a key, made by `make` when it is not there. However many ask at once, it is made once. */
    get: async (group: string, key: string, make: () => Promise<Picture>): Promise<Picture> => {
      await loaded
      const name = `${group}.${createHash('sha256').update(key).digest('base64url').slice(0, 27)}`
      const waiting = underWay.get(name)
      if (waiting) return waiting.picture
      const work = async () => {
        const kept = await read(name)
        if (kept) return kept
        const made = await make()
        await write(name, made, () => underWay.get(name)?.isWanted === true).catch(() => undefined)
        return made
      }
      const picture = work()
      underWay.set(name, { picture, group, isWanted: true })
      try {
        return await picture
      } finally {
        underWay.delete(name)
      }
    },

    /** Removes everything made from one original, also what is being made at this moment. */
    removeGroup: async (group: string): Promise<void> => {
      await loaded
      for (const work of underWay.values()) if (work.group === group) work.isWanted = false
      for (const name of [...sizes.keys()].filter((known) => known.startsWith(`${group}.`))) {
        forget(name)
        await remove(name)
      }
    },
  }
}

export type RenderCache = ReturnType<typeof openRenderCache>
