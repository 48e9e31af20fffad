import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A disk that a test can fill up and make room on while a lake runs on it. */
export interface SmallDisk {
  kind: string
  /** Put before the lake's program. */
  before: readonly string[]
  /** Leaves the running lake no room. */
  fill(pid: number, dataDir: string): Promise<void>
  makeRoom(pid: number, dataDir: string): Promise<void>
  /** The lake's files, as this process reaches them. */
  pathOf(pid: number, dataDir: string): string
}

/**
 * A small disk for a lake on `dataDir`, without root's help: on Linux a file system in memory in a namespace of
 * the lake's own; where that is not allowed, and `prlimit` is there, a limit on the size of the lake's files.
 * Neither elsewhere: undefined.
 */
export function findSmallDisk(dataDir: string, megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux') return undefined
  mkdirSync(dataDir, { recursive: true })
  const mount = `mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs "$0"`
  const trial = spawnSync('unshare', ['-Urm', 'sh', '-c', mount, dataDir], { stdio: 'ignore' })
  if (trial.status === 0) return mountedDisk(mount, dataDir)
  return spawnSync('prlimit', ['--version'], { stdio: 'ignore' }).status === 0 ? limitedFiles() : undefined
}

/** What lies in the folder is copied onto the new disk first. */
function mountedDisk(mount: string, dataDir: string): SmallDisk {
  const begin = `cp -a "$0" "$0.before" && ${mount} && cp -a "$0.before/." "$0" && rm -r "$0.before" && exec "$@"`
  const pathOf = (pid: number) => join('/proc', String(pid), 'root', dataDir)
  return {
    kind: 'a file system of its own',
    before: ['unshare', '-Urm', 'sh', '-c', begin, dataDir],
    pathOf,
    fill: async (pid) => {
      const ballast = await open(join(pathOf(pid), 'ballast'), 'w')
      try {
        for (const size of [1024 * 1024, 4096, 1]) await writeUntilFull(ballast, Buffer.alloc(size, 1))
      } finally {
        await ballast.close()
      }
    },
    makeRoom: (pid) => rm(join(pathOf(pid), 'ballast')),
  }
}

async function writeUntilFull(file: Awaited<ReturnType<typeof open>>, piece: Buffer): Promise<void> {
  for (;;) {
    try {
      await file.appendFile(piece)
    } catch (error) {
      if (typeof error === 'object' && error && 'code' in error && error.code === 'ENOSPC') return
      throw error
    }
  }
}

/** No file may grow beyond what the largest has now. */
function limitedFiles(): SmallDisk {
  const limit = (pid: number, size: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:unlimited`])
  return {
    kind: 'a limit on the size of files',
    before: [],
    pathOf: (_pid, dataDir) => dataDir,
    fill: async (pid, dataDir) => {
      const files = await readdir(dataDir, { recursive: true })
      const sizes = await Promise.all(files.map(async (name) => (await stat(join(dataDir, name))).size))
      limit(pid, String(Math.max(4096, ...sizes)))
    },
    makeRoom: async (pid) => {
      limit(pid, 'unlimited')
    },
  }
}
