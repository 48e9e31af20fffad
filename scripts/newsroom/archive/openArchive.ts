import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNewsroomFile } from '../load/newsroomFile.ts'
import { assetFilesIn, withAssets } from '../load/pictures.ts'
import { Archive } from './archive.ts'
import { readGrammar } from './grammar.ts'

/** The archive of a seed over the demonstration newsroom in `seedFolder`. Throws LoadError, SourceError. */
export function openArchive(seedFolder: string, seed: number): Archive {
  const folder = join(seedFolder, 'newsroom')
  const newsroom = readNewsroomFile(folder)
  const files = new Set(newsroom.flatMap(assetFilesIn))
  const ids = new Map([...files].map((file) => [file, assetIdOf(readFileSync(join(folder, file)))]))
  const documents = newsroom.map((document) => ({ ...document, ...withAssets(document, ids) }))
  return new Archive(documents, readGrammar(seedFolder), seed)
}

/** The id that a dataset gives a PNG picture: its width and height stand at bytes 16 and 20. */
function assetIdOf(picture: Buffer): string {
  const hash = createHash('sha1').update(picture).digest('hex')
  return `image-${hash}-${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}-png`
}
