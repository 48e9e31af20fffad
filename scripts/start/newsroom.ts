import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { studioDir } from '../build/builds.ts'
import { root } from '../setup/root.mjs'
import { runLogged } from '../setup/runLogged.mjs'
import { type LakeKeys, setUpLake } from './lakeSetup.ts'
import { findFreePort } from './ports.ts'
import type { ServiceCommand } from './serviceProcess.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'

interface Plan {
  settings: Settings
  /** Where Next listens: behind the edge on a port of its own. */
  nextPort: number
  logs: string
  /** What every part may know. */
  environment: Record<string, string>
  /** What the parts that write may know as well: never the portal. */
  writing: Record<string, string>
}

/**
 * Starts the lake, fills it when it is empty, and starts worker, portal and edge; resolves when `/` answers.
 * Stopping is the caller's, by `services.stop()`.
 *
 * @returns the lake's keys, or undefined where content is elsewhere
 */
export async function openNewsroom(
  services: Services,
  settings: Settings,
  logs = join(root, '.build'),
): Promise<LakeKeys | undefined> {
  const isNew =
    settings.content.kind === 'lake' && !existsSync(join(settings.content.dataDir, 'secrets.json'))
  const keys = await openLake(services, settings, { logs, webhook: !isNew })
  const environment = commonEnvironment(settings, keys)
  const nextPort = settings.edge ? (settings.edge.nextPort ?? (await findFreePort())) : settings.port
  const plan = { settings, nextPort, logs, environment, writing: writingEnvironment(environment, keys) }
  // Before the portal, which would keep the empty pages that an early visitor meets.
  await Promise.race([services.failure, fill(plan)])
  if (settings.worker) services.start(worker(plan, settings.worker.port))
  services.start(portal(plan))
  if (settings.edge) services.start(edge(plan))
  // Only now, or the first publish of an editor would wait behind a notice for every document of the newsroom.
  if (isNew) await setUpLake(lakeEnvironment(settings), webhookUrl(settings))
  await services.waitFor(`http://127.0.0.1:${nextPort}/`, 'site')
  if (settings.edge) await services.waitFor(`http://127.0.0.1:${settings.port}/`, 'edge')
  if (settings.worker) await services.waitFor(`${workerUrl(settings.worker)}/health`, 'worker')
  return keys
}

async function openLake(
  services: Services,
  settings: Settings,
  { logs, webhook }: { logs: string; webhook: boolean },
): Promise<LakeKeys | undefined> {
  if (settings.content.kind === 'elsewhere') return undefined
  const environment = lakeEnvironment(settings)
  const keys = await setUpLake(environment, webhook ? webhookUrl(settings) : undefined)
  // All of its folder: what its processes for queries and pictures import is not seen otherwise.
  const watch = settings.dev ? ['--watch-path=lake'] : []
  services.start({ name: 'lake', args: [...watch, 'lake/main.ts'], environment, log: join(logs, 'lake.log') })
  await services.waitFor(`http://127.0.0.1:${settings.content.port}/health`, 'lake')
  return keys
}

const webhookUrl = ({ port }: Settings) => `http://127.0.0.1:${port}/api/revalidate`

/** A hosted dataset is never filled by us: it is somebody's own. */
async function fill({ settings, logs, writing }: Plan): Promise<void> {
  if (settings.content.kind === 'elsewhere') return
  await runLogged('Filling the lake', process.execPath, ['scripts/newsroom/load.ts', '--if-empty'], {
    cwd: root,
    env: { ...process.env, ...writing },
    log: join(logs, 'load.log'),
  })
}

function portal({ settings, nextPort, logs, environment }: Plan): ServiceCommand {
  const mode = settings.dev ? 'dev' : 'start'
  const args = ['node_modules/next/dist/bin/next', mode, '-H', '127.0.0.1', '-p', String(nextPort)]
  return {
    name: 'site',
    args,
    environment: {
      ...environment,
      NEXT_PORT: String(nextPort),
      ...(settings.worker && { WORKER_URL: workerUrl(settings.worker) }),
      NODE_ENV: settings.dev ? 'development' : 'production',
      // Also when the one who starts us has set it for the worker.
      SANITY_WRITE_TOKEN: undefined,
    },
    log: join(logs, 'site.log'),
  }
}

const workerUrl = ({ port }: { port: number }) => `http://127.0.0.1:${port}`

/** It writes what the portal may not: redirects, and the date of a first publication. */
function worker({ settings, logs, writing }: Plan, port: number): ServiceCommand {
  const watch = settings.dev ? ['--watch'] : []
  return {
    name: 'worker',
    args: [...watch, 'worker/main.ts'],
    environment: { ...writing, WORKER_PORT: String(port) },
    log: join(logs, 'worker.log'),
  }
}

/** It knows where it stands, and nothing of content. */
function edge({ settings, nextPort, logs }: Plan): ServiceCommand {
  return {
    name: 'edge',
    args: ['edge/main.ts'],
    environment: {
      PORT: String(settings.port),
      NEXT_PORT: String(nextPort),
      NODE_ENV: 'production',
      SANITY_READ_TOKEN: undefined,
      SANITY_WRITE_TOKEN: undefined,
      SANITY_WEBHOOK_SECRET: undefined,
    },
    log: join(logs, 'edge.log'),
  }
}

function lakeEnvironment(settings: Settings): Record<string, string> {
  if (settings.content.kind === 'elsewhere') return {}
  return {
    PORT: String(settings.port),
    LAKE_PORT: String(settings.content.port),
    LAKE_DATA_DIR: settings.content.dataDir,
    STUDIO_DIR: studioDir,
    STUDIO_URL: settings.studioUrl ?? '',
    SITE_URL: settings.siteUrl,
    SANITY_PROJECT_ID: settings.projectId,
    SANITY_DATASET: settings.dataset,
    // glibc keeps memory for each of V8's threads, and gives hardly any of it back: 40 MB while an archive moves in.
    MALLOC_ARENA_MAX: '1',
  }
}

function commonEnvironment(settings: Settings, keys: LakeKeys | undefined): Record<string, string> {
  const common = {
    PORT: String(settings.port),
    SITE_URL: settings.siteUrl,
    STUDIO_URL: settings.studioUrl ?? '',
  }
  if (settings.content.kind === 'elsewhere' || !keys) return common
  return {
    ...common,
    LAKE_PORT: String(settings.content.port),
    LAKE_DATA_DIR: settings.content.dataDir,
    SANITY_API_HOST: `http://localhost:${settings.content.port}`,
    SANITY_PROJECT_ID: settings.projectId,
    SANITY_DATASET: settings.dataset,
    SANITY_READ_TOKEN: keys.readToken,
    SANITY_WEBHOOK_SECRET: keys.webhookSecret,
  }
}

/** Hosted, the token is one of the variables that all were started with. */
function writingEnvironment(
  environment: Record<string, string>,
  keys: LakeKeys | undefined,
): Record<string, string> {
  return keys ? { ...environment, SANITY_WRITE_TOKEN: keys.writeToken } : environment
}
