import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** The error boundaries are the only components of ours that every page brings along as a script. */
const boundaries = ['app/(site)/error.tsx', 'app/global-error.tsx']

describe('what tells a reader that a page failed', () => {
  it.each(boundaries)('weighs less than 2 kB compressed with its words: %s', async (file) => {
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      jsx: 'automatic',
      outdir: 'out',
      external: ['react', 'react/*', '/fonts/*'],
    })
    const script = outputFiles.find(({ path }) => path.endsWith('.js'))?.contents ?? new Uint8Array()
    expect(new TextDecoder().decode(script)).toContain('ne peut pas')
    expect(gzipSync(script).length).toBeLessThan(2048)
  })
})
