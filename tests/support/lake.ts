import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'
import { pino } from 'pino'
import { hashToken, newToken } from '../../lake/auth/secrets.ts'
import type { LakeOptions } from '../../lake/context.ts'
import { PortInUseError } from '../../lake/http/listenOn.ts'
import { type ServedLake, serveLake } from '../../lake/http/server.ts'
import { createLake, type Lake } from '../../lake/lake.ts'
import { randomId } from '../../lake/randomId.ts'
import { ensureDataset } from '../../lake/store/datasets.ts'
import { insertToken } from '../../lake/store/tokens.ts'

const roles = ['administrator', 'editor', 'contributor', 'viewer'] as const
export type TestRole = (typeof roles)[number]

export interface TestLake {
  url: string
  projectId: string
  dataset: string
  lake: Lake
  /** A working token for each role. */
  tokens: Record<TestRole, string>
  /** The real Sanity client; without a role it has no token. */
  client(role?: TestRole, options?: Partial<ClientConfig>): SanityClient
  dataDir: string
  close(): Promise<void>
}

/** A real lake with an empty public dataset `production`, on a free port and in a folder of its own. */
export async function startLake(overrides: Partial<LakeOptions> = {}): Promise<TestLake> {
  const dataDir = overrides.dataDir ?? (await mkdtemp(join(tmpdir(), 'meridian-lake-')))
  const { lake, served } = await open({ dataDir, ...overrides })
  const { projectId } = lake.context
  const dataset = 'production'
  ensureDataset(lake.context.database, dataset, 'public', new Date(lake.context.now()).toISOString())
  const tokens = issueTokens(lake)
  return {
    url: lake.context.publicUrl,
    projectId,
    dataset,
    lake,
    tokens,
    dataDir,
    client(role, options = {}) {
      return createClient({
        projectId,
        dataset,
        apiVersion: '2025-02-19',
        apiHost: lake.context.publicUrl,
        useProjectHostname: false,
        useCdn: false,
        ...(role ? { token: tokens[role] } : {}),
        ...options,
      })
    },
    close: async () => {
      await served.close()
      await lake.close()
      if (!overrides.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The address is part of the lake's options, so the port is chosen first; another process may be faster. */
async function open(
  overrides: Partial<LakeOptions> & { dataDir: string },
  attempts = 5,
): Promise<{ lake: Lake; served: ServedLake }> {
  const port = overrides.publicUrl ? Number(new URL(overrides.publicUrl).port) : await freePort()
  const lake = createLake({
    projectId: 'meridian',
    publicUrl: `http://localhost:${port}`,
    siteUrl: 'http://localhost:3000',
    log: pino({ level: 'silent' }),
    now: () => Date.now(),
    newId: randomId,
    ...overrides,
  })
  try {
    return { lake, served: await serveLake(lake, { port }) }
  } catch (error) {
    await lake.close()
    if (!(error instanceof PortInUseError) || attempts === 1 || overrides.publicUrl) throw error
    return open(overrides, attempts - 1)
  }
}

function issueTokens(lake: Lake): Record<TestRole, string> {
  const issue = (role: TestRole) => {
    const token = newToken()
    const { database, newId, now } = lake.context
    const createdAt = new Date(now()).toISOString()
    insertToken(database, {
      id: newId(),
      name: `${role} of the tests`,
      role,
      tokenHash: hashToken(token),
      createdAt,
    })
    return token
  }
  return {
    administrator: issue('administrator'),
    editor: issue('editor'),
    contributor: issue('contributor'),
    viewer: issue('viewer'),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
