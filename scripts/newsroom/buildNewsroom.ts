import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { findProblems } from './checkNewsroom.ts'
import { imageName } from './documents/picture.ts'
import { drawPictures, toDocuments } from './newsroom.ts'
import { toPng } from './pictures/drawPicture.ts'
import { readNewsroomSources } from './sources/newsroomSources.ts'
import { SourceError } from './sources/sourceFile.ts'

interface Built {
  ndjson: string
  svgs: Map<string, string>
  digests: Record<string, string>
}

/** Picture name → digest of its SVG: rendering may differ by a bit between machines, what is drawn may not. */
const digestsFile = z.record(z.string(), z.string())

/** Writes `newsroom/` below `root` and says in a line what it wrote. Throws SourceError. */
export async function buildNewsroom(root: string): Promise<string> {
  const built = makeNewsroom(root)
  const images = `${root}/newsroom/images`
  mkdirSync(images, { recursive: true })
  for (const name of staleImages(images, built)) rmSync(`${images}/${name}`)
  const changed = changedPictures(root, built)
  for (const [name, svg] of changed) writeFileSync(`${images}/${imageName(name)}`, await toPng(svg))
  writeFileSync(`${root}/newsroom/newsroom.ndjson`, built.ndjson)
  writeFileSync(digestsPath(root), `${JSON.stringify(built.digests, null, 2)}\n`)
  return `${built.ndjson.split('\n').length - 1} documents and ${built.svgs.size} pictures (${changed.length} drawn anew)`
}

/** What in `newsroom/` is not as the sources would have it; empty when the build is up to date. */
export function checkBuild(root: string): string[] {
  const built = makeNewsroom(root)
  const file = `${root}/newsroom/newsroom.ndjson`
  const current = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return [
    ...(current === built.ndjson ? [] : ['newsroom/newsroom.ndjson is not what the sources give']),
    ...changedPictures(root, built).map(
      ([name]) => `newsroom/images/${imageName(name)} is not drawn from its source`,
    ),
    ...staleImages(`${root}/newsroom/images`, built).map((name) => `newsroom/images/${name} has no source`),
  ]
}

function makeNewsroom(root: string): Built {
  const sources = readNewsroomSources(root)
  const documents = toDocuments(sources)
  const problems = findProblems(sources, documents)
  if (problems.length > 0) throw new SourceError(problems.join('\n'))
  const svgs = drawPictures(sources)
  return {
    ndjson: documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
    svgs,
    digests: Object.fromEntries([...svgs].map(([name, svg]) => [name, digest(svg)])),
  }
}

function changedPictures(root: string, { svgs, digests }: Built): [name: string, svg: string][] {
  const kept = existsSync(digestsPath(root))
    ? digestsFile.parse(JSON.parse(readFileSync(digestsPath(root), 'utf8')))
    : {}
  return [...svgs].filter(
    ([name]) => kept[name] !== digests[name] || !existsSync(`${root}/newsroom/images/${imageName(name)}`),
  )
}

function staleImages(folder: string, { svgs }: Built): string[] {
  const wanted = new Set([...svgs.keys()].map(imageName))
  return existsSync(folder) ? readdirSync(folder).filter((name) => !wanted.has(name)) : []
}

const digestsPath = (root: string) => `${root}/pictures/digests.json`
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
