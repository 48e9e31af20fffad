import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../../scripts/setup/root.mjs'
import { openNewsroom } from '../../scripts/start/newsroom.ts'
import { findFreePort } from '../../scripts/start/ports.ts'
import { openServices } from '../../scripts/start/services.ts'

export const addressesSchema = z.object({
  siteUrl: z.string(),
  /** Next itself, which the edge stands before. */
  nextUrl: z.string(),
  studioUrl: z.string(),
  dataDir: z.string(),
  admin: z.object({ email: z.string(), password: z.string() }),
  writeToken: z.string(),
  webhookSecret: z.string(),
})

export type NewsroomAddresses = z.infer<typeof addressesSchema>

export interface RunningNewsroom extends NewsroomAddresses {
  close(): Promise<void>
}

/** A whole newsroom of its own, on free ports and in a temporary folder, with the production builds that are there. */
export async function startNewsroom(sitePort?: number): Promise<RunningNewsroom> {
  const dataDir = await mkdtemp(join(tmpdir(), 'meridian-newsroom-'))
  const [port, lakePort] = [sitePort ?? (await findFreePort()), await findFreePort()]
  const siteUrl = `http://localhost:${port}`
  const studioUrl = `http://localhost:${lakePort}`
  const services = openServices()
  const close = async () => {
    await services.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const content = { kind: 'lake' as const, port: lakePort, dataDir }
    const names = { projectId: 'meridian', dataset: 'production' }
    const nextPort = await findFreePort()
    const worker = { port: await findFreePort() }
    const settings = { dev: false, port, edge: { nextPort }, siteUrl, studioUrl, content, worker, ...names }
    const keys = await openNewsroom(services, settings, join(root, '.build', 'e2e'))
    if (!keys?.adminPassword)
      throw new Error('the first start of a lake gives an administrator and a password')
    const admin = { email: keys.adminEmail, password: keys.adminPassword }
    const { writeToken, webhookSecret } = keys
    return {
      siteUrl,
      nextUrl: `http://localhost:${nextPort}`,
      studioUrl,
      dataDir,
      admin,
      writeToken,
      webhookSecret,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
