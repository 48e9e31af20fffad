import { EventEmitter } from 'node:events'
import type { LakeContext, LakeOptions } from './context.ts'
import { openApp } from './http/app.ts'
import { closeDatabase, openDatabase } from './store/database.ts'
import { holdFolder } from './store/folderLock.ts'

export interface Lake {
  /** Answers one HTTP request as the hosted Content Lake would. */
  handle(request: Request): Promise<Response>
  /** Ends streams and background work, then closes the database. */
  close(): Promise<void>
  context: LakeContext
}

/**
 * A content lake over one folder. Nothing listens yet: `lake/http/server.ts` puts it on a port.
 *
 * @throws FolderInUseError when another lake runs on the folder @throws NewerDatabaseError
 */
export function createLake(options: LakeOptions): Lake {
  const release = holdFolder(options.dataDir)
  try {
    return openHeldFolder(options, release)
  } catch (error) {
    release()
    throw error
  }
}

function openHeldFolder(options: LakeOptions, release: () => void): Lake {
  const context: LakeContext = {
    ...options,
    database: openDatabase(options.dataDir, (done, total) => {
      options.log.info({ done, total }, 'documents are being indexed anew for this version')
    }),
    bus: new EventEmitter(),
  }
  context.bus.setMaxListeners(0)
  const app = openApp(context)
  return {
    context,
    handle: async (request) => app.handle(request),
    close: async () => {
      await app.close()
      closeDatabase(context.database)
      release()
    },
  }
}
