import { join, relative } from 'node:path'
import { root } from '../setup/root.mjs'
import type { LakeKeys } from './lakeSetup.ts'
import type { Settings } from './settings.ts'

/** The three lines that end a start: the site, the Studio and how to enter it, and how to stop. */
export function formatWelcome(settings: Settings, keys: LakeKeys | undefined): string {
  return [
    `Site    ${settings.siteUrl}`,
    `Studio  ${settings.studioUrl ?? 'on its own host: set STUDIO_URL to have it linked'}${formatEntrance(settings, keys)}`,
    'Stop    Ctrl-C',
    '',
  ].join('\n')
}

/** The first password is shown once; later starts say where it is kept. */
function formatEntrance({ content }: Settings, keys: LakeKeys | undefined): string {
  if (!keys || content.kind === 'elsewhere') return ''
  const file = join(content.dataDir, 'secrets.json')
  const kept = file.startsWith(root) ? relative(root, file) : file
  const password = keys.firstRun && keys.adminPassword
  return password
    ? ` (log in as ${keys.adminEmail} with ${password}, kept in ${kept})`
    : ` (log in as ${keys.adminEmail}; the first password is kept in ${kept})`
}
