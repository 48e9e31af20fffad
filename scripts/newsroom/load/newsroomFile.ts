import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SeedDocument } from '../documents/document.ts'
import { LoadError } from './loadError.ts'

const documentLine = z.looseObject({ _id: z.string(), _type: z.string() })

/** The documents of an import file, as they are written there. Throws LoadError. */
export function readNewsroomFile(folder: string): SeedDocument[] {
  const file = `${folder}/newsroom.ndjson`
  if (!existsSync(file)) throw new LoadError(`There is no ${file}: run npm run newsroom:build first.`)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => parseLine(line, `${file}:${index + 1}`))
}

function parseLine(line: string, where: string): SeedDocument {
  try {
    return documentLine.parse(JSON.parse(line))
  } catch {
    throw new LoadError(`${where} is not a document with _id and _type.`)
  }
}
