import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copySeed } from '../../unit/newsroom/seedFolder.ts'

const run = promisify(execFile)
// In a process of its own, as editors run it: drawing maps is many times slower inside a test's sandbox.
const build = (...flags: string[]) => run(process.execPath, ['scripts/newsroom/build.ts', ...flags])

describe('building the demonstration newsroom', () => {
  it('has been done since its sources were last changed', async () => {
    const { stdout } = await build('--check')
    expect(stdout).toContain('The newsroom is built from its sources.')
  }, 180_000)

  it('is asked for again when a text or a picture has changed', async () => {
    const seed = copySeed()
    seed.change('articles/notre-dame-reopens.yaml', 'kicker: Paris', 'kicker: France')
    seed.change('pictures/lachin-road.yaml', 'size: 92', 'size: 90')
    await expect(build('--check', '--sources', seed.root)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/newsroom\.ndjson is not what.*\n.*lachin-road\.png is not drawn/),
    })
    seed.remove()
  }, 180_000)

  it('gives the same bytes each time', async () => {
    const seed = copySeed()
    const written = () => drawn.map((file) => readFileSync(join(seed.root, 'newsroom', file)))
    const first = await withoutDrawn(seed.root, written)
    expect(await withoutDrawn(seed.root, written)).toEqual(first)
    expect(first[0]).toEqual(readFileSync('sanity/seed/newsroom/newsroom.ndjson'))
    seed.remove()
  }, 180_000)

  it('refuses an option that it does not know', async () => {
    await expect(build('--chekc')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Usage:'),
    })
  }, 20_000)
})

const drawn = [
  'newsroom.ndjson',
  'images/karabakh-region.png',
  'images/eight-billion.png',
  'images/high-seas.png',
]

/** What is written when one picture of each family, and the documents, have to be made anew. */
async function withoutDrawn(root: string, written: () => Buffer[]): Promise<Buffer[]> {
  for (const file of drawn) rmSync(join(root, 'newsroom', file))
  await build('--sources', root)
  return written()
}
