import { buildIfStale, portalBuild, studioBuild } from '../build/builds.ts'
import { watchIslands } from '../build/islands.ts'
import { endWith } from '../setup/clearError.mjs'
import { diskSpace } from '../setup/diskSpace.mjs'
import { onOrphaned } from '../setup/onOrphaned.mjs'
import { withProgress } from '../setup/progress.mjs'
import { root } from '../setup/root.mjs'
import { formatWelcome } from './formatWelcome.ts'
import { openNewsroom } from './newsroom.ts'
import { checkPort } from './ports.ts'
import { openServices, type Services } from './services.ts'
import { readSettings, type Settings } from './settings.ts'
import { warmPages } from './warmPages.ts'

const neededMegabytes = 500

const services = openServices()
stopOnSignals(services)
try {
  const settings = readSettings(process.env, process.argv.includes('--dev'))
  await check(settings)
  await build(settings)
  const keys = await withProgress('Starting Meridian', () => openNewsroom(services, settings))
  process.stdout.write(formatWelcome(settings, keys))
  if (!settings.dev) void warmPages(`http://127.0.0.1:${settings.port}`)
  await services.failure
} catch (error) {
  await services.stop()
  endWith(error)
}

/** What can be known before minutes are spent on a build. */
async function check({ port, edge, content, worker }: Settings): Promise<void> {
  diskSpace(root, neededMegabytes)
  await checkPort(port, 'PORT')
  if (edge?.nextPort) await checkPort(edge.nextPort, 'NEXT_PORT')
  if (worker) await checkPort(worker.port, 'WORKER_PORT')
  if (content.kind === 'elsewhere') return
  await checkPort(content.port, 'LAKE_PORT')
  diskSpace(content.dataDir, neededMegabytes)
}

/** The development server builds the portal as it goes; hosted, the Studio is on Sanity's own host. */
async function build({ dev, content }: Settings): Promise<void> {
  if (content.kind === 'lake') await buildIfStale(studioBuild())
  if (dev) await watchIslands()
  else await buildIfStale(portalBuild())
}

/** Ends the parts in order, then us, with 0: being asked to stop is not a failure. A second signal changes nothing. */
function stopOnSignals(running: Services): void {
  let asked = false
  const stop = async () => {
    if (asked) return
    asked = true
    process.stderr.write('\nStopping …\n')
    await running.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  onOrphaned(() => void stop())
}
