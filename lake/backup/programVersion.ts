import { readFileSync } from 'node:fs'
import { z } from 'zod'

const packageFile = z.object({ name: z.string(), version: z.string() })

/** `meridian 0.1.0`, as package.json says it. */
export function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { name, version } = packageFile.parse(JSON.parse(text))
  return `${name} ${version}`
}
