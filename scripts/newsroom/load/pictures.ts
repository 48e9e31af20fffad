import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SanityClient } from '@sanity/client'
import type { SeedDocument } from '../documents/document.ts'
import { mapSeveral } from './mapSeveral.ts'

/** How many pictures are sent at the same time. */
const uploadsAtOnce = 4
const assetPrefix = 'image@file://./'

export interface PlacedPictures {
  documents: SeedDocument[]
  uploaded: number
}

/** Sends the pictures that the dataset does not have yet and puts references to all of them into the documents. */
export async function placePictures(
  client: SanityClient,
  folder: string,
  documents: SeedDocument[],
  onProgress: (line: string) => void,
): Promise<PlacedPictures> {
  const files = [...new Set(documents.flatMap(assetFilesIn))]
  const bytes = new Map(files.map((file) => [file, readFileSync(`${folder}/${file}`)]))
  const known = await knownAssets(client, [...bytes.values()].map(sha1))
  let uploaded = 0
  const ids = await mapSeveral(files, uploadsAtOnce, async (file): Promise<[string, string]> => {
    const body = bytes.get(file) ?? Buffer.alloc(0)
    const present = known.get(sha1(body))
    if (present) return [file, present]
    const asset = await client.assets.upload('image', body, { filename: file.replace(/^.*\//, '') })
    uploaded += 1
    if (uploaded % 10 === 0) onProgress(`  ${uploaded} pictures sent`)
    return [file, asset._id]
  })
  const idOf = new Map(ids)
  return {
    uploaded,
    documents: documents.map((document) => ({ ...document, ...withAssets(document, idOf) })),
  }
}

async function knownAssets(client: SanityClient, hashes: string[]): Promise<Map<string, string>> {
  const assets = await client.fetch<{ _id: string; sha1hash: string }[]>(
    '*[_type == "sanity.imageAsset" && sha1hash in $hashes]{_id, sha1hash}',
    { hashes },
  )
  return new Map(assets.map((asset) => [asset.sha1hash, asset._id]))
}

export function assetFilesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '_sanityAsset' && typeof inner === 'string'
      ? [inner.slice(assetPrefix.length)]
      : assetFilesIn(inner),
  )
}

/** `_sanityAsset` becomes the `asset` reference that the import format promises. */
export function withAssets(fields: object, idOf: Map<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) =>
      key === '_sanityAsset' && typeof value === 'string'
        ? ['asset', { _type: 'reference', _ref: idOf.get(value.slice(assetPrefix.length)) }]
        : [key, placed(value, idOf)],
    ),
  )
}

function placed(value: unknown, idOf: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((inner) => placed(inner, idOf))
  return value !== null && typeof value === 'object' ? withAssets(value, idOf) : value
}

const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')
