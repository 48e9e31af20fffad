import { randomBytes } from 'node:crypto'
import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'
import { z } from 'zod'
import { startLake, type TestLake } from './lake.ts'

const text = z.string().min(1)
const hostedVariables = z.object({
  CONFORMANCE_PROJECT_ID: text,
  CONFORMANCE_DATASET: text,
  CONFORMANCE_TOKEN: text,
})

/** A content lake that answers the contract: ours, or the hosted one. */
export interface Target {
  projectId: string
  dataset: string
  /** What stands before `/v2025-02-19/…`. */
  url: string
  /** May do everything. */
  token: string
  /** Begins every id and type of this file, so that a dataset can be shared. */
  mark: string
  id(name: string): string
  type(name: string): string
  /** Sanity's client with the token; it sees every document as it is stored. */
  client(options?: Partial<ClientConfig>): SanityClient
  /** Somebody without a token. */
  stranger(options?: Partial<ClientConfig>): SanityClient
  /** Asks for what no client has a call for: `/data/query/…`, with the token. */
  ask(path: string, init?: RequestInit & { version?: string; token?: string | null }): Promise<Response>
  close(): Promise<void>
}

/** The hosted service that the suite was pointed at, or undefined: then it runs against lakes of its own. */
export const hosted = parseHosted(process.env)

function parseHosted(given: NodeJS.ProcessEnv): z.infer<typeof hostedVariables> | undefined {
  if (!Object.keys(hostedVariables.shape).some((name) => given[name])) return undefined
  return hostedVariables.parse(given)
}

/** The lake that a file's tests talk to, while they run. The hosted dataset has to be a public one. */
export function targetOfFile(): () => Target {
  let target: Target | undefined
  beforeAll(async () => {
    target = hosted ? openHosted(hosted) : await openOwn()
  }, 60_000)
  afterAll(() => target?.close(), 60_000)
  return () => {
    if (!target) throw new Error('the target is open while tests run')
    return target
  }
}

/** For what the hosted service cannot be asked by a test: it says so instead of passing unseen. */
export function onlyHere(reason: string) {
  return (name: string, run: () => Promise<void>, timeout?: number) =>
    hosted ? it.skip(`${name} (only on a lake of our own: ${reason})`, run) : it(name, run, timeout)
}

async function openOwn(): Promise<Target> {
  // A machine that runs many tests at once may take its time; budgets are tested where they are kept.
  const lake: TestLake = await startLake({ queryLimits: { budget: 20_000 } })
  const { projectId, dataset, url } = lake
  const connection = { apiHost: url, useProjectHostname: false }
  const token = lake.tokens.administrator
  return { ...describe({ projectId, dataset, url, token, connection }), close: () => lake.close() }
}

function openHosted(variables: z.infer<typeof hostedVariables>): Target {
  const { CONFORMANCE_PROJECT_ID: projectId, CONFORMANCE_DATASET: dataset } = variables
  const url = `https://${projectId}.api.sanity.io`
  const target = describe({ projectId, dataset, url, token: variables.CONFORMANCE_TOKEN, connection: {} })
  return { ...target, close: () => cleanUp(target) }
}

interface Place {
  projectId: string
  dataset: string
  url: string
  token: string
  connection: Partial<ClientConfig>
}

function describe({ connection, ...place }: Place): Omit<Target, 'close'> {
  const { projectId, dataset, url, token } = place
  const mark = `c${randomBytes(5).toString('hex')}`
  const common = { projectId, dataset, apiVersion: '2025-02-19', useCdn: false, ...connection }
  return {
    ...place,
    mark,
    id: (name) => `${mark}-${name}`,
    type: (name) => `${mark}_${name}`,
    client: (options = {}) => createClient({ ...common, token, perspective: 'raw', ...options }),
    stranger: (options = {}) => createClient({ ...common, ...options }),
    ask: (path, { version = 'v2025-02-19', token: other = token, ...init } = {}) => {
      const headers = new Headers(init.headers)
      if (other !== null) headers.set('authorization', `Bearer ${other}`)
      if (typeof init.body === 'string') headers.set('content-type', 'application/json')
      return fetch(`${url}/${version}${path}`, { ...init, headers })
    },
  }
}

/** Takes out of a dataset that outlives the test whatever bears its mark. */
async function cleanUp(target: Omit<Target, 'close'>): Promise<void> {
  const client = target.client()
  const params = { mark: target.mark }
  const releases = await client.fetch<{ name: string; state: string }[]>(
    '*[_type == "system.release" && string::startsWith(name, $mark)]{name, state}',
    params,
  )
  for (const { name: releaseId, state } of releases) {
    if (state === 'scheduled') await client.releases.unschedule({ releaseId })
    if (state === 'scheduled' || state === 'active') await client.releases.archive({ releaseId })
    await client.releases.delete({ releaseId })
  }
  const query =
    '*[string::startsWith(_type, $mark) || (_type in ["sanity.imageAsset", "sanity.fileAsset"] && string::startsWith(originalFilename, $mark))]'
  await client.delete({ query, params })
}
