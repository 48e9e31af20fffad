import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { ClearError, isFullDisk } from '../setup/clearError.mjs'
import { root } from '../setup/root.mjs'

const keysSchema = z.object({
  firstRun: z.boolean(),
  adminEmail: z.string(),
  adminPassword: z.string().nullish(),
  readToken: z.string(),
  writeToken: z.string(),
  webhookSecret: z.string(),
})

export type LakeKeys = z.infer<typeof keysSchema>

/** Makes the lake's folder ready: dataset, administrator, tokens and, with an address, the webhook. Safe at every start. */
export async function setUpLake(
  environment: Record<string, string>,
  webhookUrl: string | undefined,
): Promise<LakeKeys> {
  const printed = await runLakeCli(environment, [
    'setup',
    ...(webhookUrl ? ['--webhook-url', webhookUrl] : []),
  ])
  return keysSchema.parse(JSON.parse(printed))
}

async function runLakeCli(environment: Record<string, string>, args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['lake/cli.ts', ...args], {
      cwd: root,
      env: { ...process.env, ...environment },
    })
    return stdout
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    if (isFullDisk(output)) throw Object.assign(new Error(output), { code: 'ENOSPC' })
    throw new ClearError(`${output}\n\nThe lake's folder could not be set up.`)
  }
}
