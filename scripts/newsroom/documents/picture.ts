import type { PictureSource } from '../pictures/pictureSource.ts'
import type { SourceFile } from '../sources/sourceFile.ts'

export type PicturesByName = Map<string, SourceFile<PictureSource>>

/** A picture of ours as the import format names it: the file is uploaded and the reference filled in at loading. */
export function toPicture(name: string, pictures: PicturesByName) {
  const source = pictures.get(name)
  if (!source) throw new Error(`there is no picture "${name}" in sanity/seed/pictures`)
  const { alt, caption, credit } = source.content
  return {
    _type: 'picture',
    _sanityAsset: `image@file://./images/${imageName(name)}`,
    alt,
    ...(caption ? { caption } : {}),
    credit,
  }
}

export const imageName = (name: string) => `${name}.png`
