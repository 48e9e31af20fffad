import { serveLake } from './http/server.ts'
import { inOneSentence } from './inOneSentence.ts'
import { openLake } from './openLake.ts'
import { type LakeSettings, parseSettings } from './settings.ts'

/** Runs the lake until the process is told to stop. */
export async function runLake(settings: LakeSettings): Promise<void> {
  const lake = openLake(settings)
  const served = await serveLake(lake, { port: settings.port, host: settings.host }).catch(async (error) => {
    await lake.close()
    throw error
  })
  process.stdout.write(`The content lake is ready: ${settings.publicUrl} (data in ${settings.dataDir})\n`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await served.close()
    await lake.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

if (import.meta.main) {
  // The folder holds password hashes and drafts: nobody else's on this machine.
  process.umask(0o077)
  try {
    await runLake(parseSettings(process.env))
  } catch (error) {
    process.stderr.write(`${inOneSentence(error)}\n`)
    process.exit(1)
  }
}
