import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withProgress } from '../setup/progress.mjs'
import { root } from '../setup/root.mjs'
import { runLogged } from '../setup/runLogged.mjs'
import { fingerprint } from './fingerprint.ts'
import { buildIslands } from './islands.ts'

interface Build {
  name: string
  /** Command line, run by this same Node. */
  tool: string[]
  sources: string[]
  /** Folders among the sources that it does not use. */
  except: string[]
  environment: Record<string, string | undefined>
  /** A file that every finished build has: one that was deleted by hand is stale. */
  result: string
  stamp: string
  /** Makes sources that are built themselves. */
  prepare?: () => Promise<void>
}

/** Where the built Studio lies; the lake serves it from there. */
export const studioDir = join(root, '.build', 'studio')

/**
 * A Studio that is served by our own lake asks the address that served it for content and for the way to the site,
 * so one build serves on any port.
 */
export function studioBuild(variables: Record<string, string | undefined> = process.env): Build {
  return {
    name: 'Studio',
    tool: [join(root, 'node_modules/sanity/bin/sanity'), 'build', studioDir, '--yes'],
    sources: ['package-lock.json', 'sanity', 'lib/routes.ts', 'sanity.config.ts', 'sanity.cli.ts'],
    except: ['sanity/seed', 'sanity/queries'],
    environment: pick(variables, /^SANITY_STUDIO_./),
    result: join(studioDir, 'index.html'),
    stamp: join(root, '.build', 'studio.stamp'),
  }
}

/** Needs no lake: pages are made from content when they are first asked for. */
export function portalBuild(variables: Record<string, string | undefined> = process.env): Build {
  return {
    name: 'site',
    tool: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    sources: [
      'package-lock.json',
      'next.config.js',
      'proxy.ts',
      'app',
      'components',
      'lib',
      'sanity',
      'public',
    ],
    except: ['sanity/seed', 'sanity/studio'],
    environment: pick(variables, /^NEXT_PUBLIC_/),
    result: join(root, '.next', 'BUILD_ID'),
    stamp: join(root, '.build', 'site.stamp'),
    prepare: buildIslands,
  }
}

/** Builds unless the last build was made from exactly these sources. */
export async function buildIfStale(build: Build): Promise<void> {
  await build.prepare?.()
  const wanted = fingerprint(root, {
    paths: build.sources,
    except: build.except,
    values: build.environment,
  })
  if (existsSync(build.result) && readStamp(build.stamp) === wanted) return
  rmSync(build.stamp, { force: true })
  await withProgress(`Building the ${build.name}`, () =>
    runLogged(`Building the ${build.name}`, process.execPath, build.tool, {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        CI: '1',
        ...build.environment,
      },
      log: join(root, '.build', `${build.name.toLowerCase()}-build.log`),
    }),
  )
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(build.stamp, wanted)
}

function readStamp(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function pick(
  variables: Record<string, string | undefined>,
  names: RegExp,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.test(name)))
}
