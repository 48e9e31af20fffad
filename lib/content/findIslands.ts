import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The address of the module of custom elements, named by its content; undefined where none was built: every page works
 * without it (scripts/build/islands.ts).
 */
export const findIslands = (): string | undefined => {
  const folder = join(process.cwd(), 'public', 'islands')
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.js')) : undefined
  return name && `/islands/${name}`
}
