import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, context } from 'esbuild'
import { root } from '../setup/root.mjs'

/** Where the module lies; the site finds it there by its name, which is that of its content. */
export const islandsDir = join(root, 'public', 'islands')

/** Every custom element of the readers' pages in one module. */
const options = (): BuildOptions => ({
  stdin: {
    contents: findIslands()
      .map((file) => `import './${file}'`)
      .join('\n'),
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
})

export const findIslands = (): string[] => globSync('components/**/*.island.ts', { cwd: root }).sort()

/** The module's text. */
export async function bundleIslands(): Promise<string> {
  const { outputFiles } = await build({ ...options(), write: false })
  return outputFiles.map(({ text }) => text).join('')
}

export async function buildIslands(): Promise<void> {
  writeModule(await bundleIslands())
}

/** Builds anew whenever a source changes; for the development server, whose end ends it. */
export async function watchIslands(): Promise<void> {
  const watched = await context({
    ...options(),
    plugins: [
      {
        name: 'write the module',
        setup: ({ onEnd }) =>
          onEnd(({ outputFiles = [] }) => {
            if (outputFiles.length > 0) writeModule(outputFiles.map(({ text }) => text).join(''))
          }),
      },
    ],
  })
  await watched.watch()
}

function writeModule(text: string): void {
  const name = `islands-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`
  mkdirSync(islandsDir, { recursive: true })
  writeFileSync(join(islandsDir, name), text)
  for (const other of readdirSync(islandsDir)) if (other !== name) rmSync(join(islandsDir, other))
}
