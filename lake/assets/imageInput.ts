import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** 100 megapixels: larger pictures are refused, so that a small file cannot unpack into all of the memory. */
export const mostPixels = 100_000_000

/**
 * A stored picture for sharp. An SVG goes in as bytes and not by its path, because librsvg would let a
 * file on disk refer to the files beside it. `pages` is -1 for all pictures of an animation.
 */
export async function openImage(path: string, { isSvg = false, pages = 1 } = {}) {
  const input = isSvg ? await readFile(path) : path
  return sharp(input, { limitInputPixels: mostPixels, pages, failOn: 'error' })
}
