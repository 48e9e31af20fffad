import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withProgress } from '../setup/progress.mjs'
import { root } from '../setup/root.mjs'
import { runLogged } from '../setup/runLogged.mjs'
import { fingerprint } from './fingerprint.ts'

interface Build {
  name: string
  /** Command line, run by this same Node. */
  tool: string[]
  sources: string[]
  environment: Record<string, string | undefined>
  /** A file that every finished build has: one that was deleted by hand is stale. */
  result: string
  stamp: string
}

/** Where the built Studio lies; the lake serves it from there. */
export const studioDir = join(root, '.build', 'studio')

const shared = ['package-lock.json', 'tsconfig.json', 'lib', 'sanity']

/**
 * The Studio that is served by a lake asks that same address for content, so one build serves on any port;
 * hosted, the address is Sanity's.
 */
export function studioBuild(variables: NodeJS.ProcessEnv): Build {
  return {
    name: 'Studio',
    tool: [join(root, 'node_modules/sanity/bin/sanity'), 'build', studioDir, '--yes'],
    sources: [...shared, 'sanity.config.ts', 'sanity.cli.ts'],
    environment: pick(variables, /^SANITY_STUDIO_/),
    result: join(studioDir, 'index.html'),
    stamp: join(root, '.build', 'studio.stamp'),
  }
}

export function portalBuild(variables: NodeJS.ProcessEnv): Build {
  return {
    name: 'site',
    tool: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    sources: [...shared, 'app', 'components', 'public', 'next.config.js', 'scripts/assets', 'proxy.ts'],
    environment: pick(variables, /^NEXT_PUBLIC_/),
    result: join(root, '.next', 'BUILD_ID'),
    stamp: join(root, '.build', 'site.stamp'),
  }
}

/** Builds unless the last build was made from exactly these sources. */
export async function buildIfStale(build: Build): Promise<void> {
  const wanted = fingerprint(root, {
    paths: build.sources,
    except: ['sanity/seed'],
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

function pick(variables: NodeJS.ProcessEnv, names: RegExp): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.test(name)))
}
