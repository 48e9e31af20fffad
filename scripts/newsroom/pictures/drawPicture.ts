import sharp from 'sharp'
import { drawFigure } from './figure.ts'
import type { PictureSource } from './pictureSource.ts'
import { drawPlace } from './place.ts'
import { drawPlate } from './plate.ts'

/** A picture as SVG without any font, link or script: the same bytes on every machine. */
export function drawPicture(source: PictureSource, codeOf: (slug: string) => string): string {
  switch (source.family) {
    case 'place':
      return drawPlace(source, codeOf)
    case 'figure':
      return drawFigure(source)
    case 'plate':
      return drawPlate(source)
  }
}

/** Flat colours need no more than a palette: a map stays under about 120 kB. */
export const toPng = (svg: string) =>
  sharp(Buffer.from(svg))
    .png({ palette: true, colours: 40, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer()
