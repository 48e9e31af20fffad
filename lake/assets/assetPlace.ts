import type { AssetKind } from './assetFiles.ts'

export interface AssetPlace {
  kind: AssetKind
  /** The file's name in its folder; what stands before the first dot or hyphen is the SHA-1 of its bytes. */
  name: string
}

/**
 * Where the file of an asset lies: `image-<sha1>-<W>x<H>-<extension>` or `file-<sha1>-<extension>`. The id says
 * it and not the document's `path`, which any editor may write: deleting one document must not take the
 * file of another. `undefined` for ids that are no asset's.
 */
export function placeOfAsset(id: string): AssetPlace | undefined {
  const image = /^image-([0-9a-f]{40})-(\d+x\d+)-([a-z]{3,4})$/.exec(id)
  if (image) return { kind: 'images', name: `${image[1]}-${image[2]}.${image[3]}` }
  const file = /^file-([0-9a-f]{40})-([a-z0-9]{1,10})$/.exec(id)
  return file ? { kind: 'files', name: `${file[1]}.${file[2]}` } : undefined
}

/** The id of the asset whose file has this name; `undefined` for names that are no asset's. */
export function assetIdOf(kind: AssetKind, name: string): string | undefined {
  const image = /^([0-9a-f]{40})-(\d+x\d+)\.([a-z]{3,4})$/.exec(name)
  if (kind === 'images' && image) return `image-${image[1]}-${image[2]}-${image[3]}`
  const file = /^([0-9a-f]{40})\.([a-z0-9]{1,10})$/.exec(name)
  return kind === 'files' && file ? `file-${file[1]}-${file[2]}` : undefined
}
