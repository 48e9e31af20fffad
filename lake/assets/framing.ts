import type { Transformation } from './transformation.ts'

export interface Size {
  width: number
  height: number
}

export interface Region extends Size {
  left: number
  top: number
}

/** How a picture is cut and sized: take `region`, make it `size`, and put it in the middle of `canvas`. */
export interface Framing {
  region: Region
  size: Size
  /** Larger than `size` only where `fit` fills the rest with colour. */
  canvas: Size
  /** Pixels of colour on every side of the canvas. */
  padding: number
  /** `region` is larger than the cut, which is to be where the most is to be seen. */
  byEntropy: boolean
}

type Unpadded = Omit<Framing, 'padding' | 'byEntropy'> & { byEntropy?: true }

const largest = 8192

/**
 * The geometry of an image address, in whole pixels.
 *
 * `clip` (the default) fits inside the box and enlarges; `max` never enlarges; `crop` covers the box
 * exactly; `min` likewise, but never larger than the picture; `fill` and `fillmax` pad; `scale` distorts.
 * `pad` is inside of what is asked for; `min-w` and their like bound it. No side becomes longer than 8192.
 * (The hosted service's documentation of image addresses; its names come from imgix.)
 */
export function frame(source: Size, asked: Transformation): Framing {
  const padding = Math.round((asked.pad ?? 0) * asked.dpr)
  return { byEntropy: false, ...frameInside(source, asked, padding), padding }
}

function frameInside(source: Size, asked: Transformation, padding: number): Unpadded {
  const rect = clampRegion(asked.rect, source)
  const box = askedBox(asked, padding)
  const { width = 0, height = 0 } = box
  if (!width && !height) return uncut(rect, bounded(rect, asked))
  if (!width || !height) return uncut(rect, bounded(proportional(rect, box, asked.fit), asked))
  switch (asked.fit) {
    case 'scale':
      return uncut(rect, { width, height })
    case 'clip':
    case 'max':
      return uncut(rect, inside(rect, { width, height }, asked.fit === 'clip'))
    case 'crop':
      return cover(rect, { width, height }, { width, height }, asked, source)
    case 'min': {
      const shrink = Math.min(1, rect.width / width, rect.height / height)
      const size = rounded({ width: width * shrink, height: height * shrink })
      return cover(rect, { width, height }, size, asked, source)
    }
    case 'fill':
    case 'fillmax': {
      const size = inside(rect, { width, height }, asked.fit === 'fill')
      return { region: rect, size, canvas: { width, height } }
    }
  }
}

function askedBox(asked: Transformation, padding: number): Partial<Size> {
  const { w, h, dpr } = asked
  const scaled = (length: number, least = 1, most = largest) =>
    clamp(Math.round(clamp(length, least, most) * dpr) - 2 * padding, 1, largest)
  return {
    ...(w ? { width: scaled(w, asked['min-w'], asked['max-w']) } : {}),
    ...(h ? { height: scaled(h, asked['min-h'], asked['max-h']) } : {}),
  }
}

/** The size within `max-w` and `max-h` and above `min-w` and `min-h`, its shape kept; the upper bounds win. */
function bounded(size: Size, { dpr, ...asked }: Transformation): Size {
  const { width, height } = size
  const least = Math.max(((asked['min-w'] ?? 0) * dpr) / width, ((asked['min-h'] ?? 0) * dpr) / height)
  const most = Math.min(
    ((asked['max-w'] ?? Number.POSITIVE_INFINITY) * dpr) / width,
    ((asked['max-h'] ?? Number.POSITIVE_INFINITY) * dpr) / height,
  )
  const scale = Math.min(Math.max(1, least), most)
  return rounded({ width: width * scale, height: height * scale })
}

function uncut(region: Region, size: Size): Unpadded {
  const { width, height } = size
  return { region, size: { width, height }, canvas: { width, height } }
}

/** Only one side is asked for: the other follows. Not rounded yet. */
function proportional(rect: Region, { width, height }: Partial<Size>, fit: Transformation['fit']): Size {
  const ratio = width ? width / rect.width : (height ?? rect.height) / rect.height
  const mayEnlarge = fit !== 'max' && fit !== 'min' && fit !== 'fillmax'
  const scale = mayEnlarge ? ratio : Math.min(1, ratio)
  return { width: rect.width * scale, height: rect.height * scale }
}

function inside(rect: Region, box: Size, mayEnlarge: boolean): Size {
  const ratio = Math.min(box.width / rect.width, box.height / rect.height)
  const scale = mayEnlarge ? ratio : Math.min(1, ratio)
  return rounded({ width: rect.width * scale, height: rect.height * scale })
}

/** The largest part of `rect` with the shape of `shape`, as near to the anchor as the edges allow. */
function cover(rect: Region, shape: Size, size: Size, asked: Transformation, source: Size): Unpadded {
  if (asked.crop === 'entropy') return { region: rect, size, canvas: size, byEntropy: true }
  const aspect = shape.width / shape.height
  const width = Math.max(1, Math.min(rect.width, Math.round(rect.height * aspect)))
  const height = Math.max(1, Math.min(rect.height, Math.round(rect.width / aspect)))
  const [x, y] = anchorOf(asked, rect, { width, height }, source)
  const region = {
    left: rect.left + Math.round(clamp(x, 0, rect.width - width)),
    top: rect.top + Math.round(clamp(y, 0, rect.height - height)),
    width,
    height,
  }
  return { region, size, canvas: size }
}

/** Where the cut begins inside `rect`. The focal point is a share of the whole picture, as the hotspot is stored. */
function anchorOf(asked: Transformation, rect: Region, cut: Size, source: Size): [x: number, y: number] {
  const hasFocus = asked['fp-x'] !== undefined || asked['fp-y'] !== undefined
  if (asked.crop === 'focalpoint' || (hasFocus && asked.crop === undefined)) {
    const x = (asked['fp-x'] ?? 0.5) * source.width - rect.left
    const y = (asked['fp-y'] ?? 0.5) * source.height - rect.top
    return [x - cut.width / 2, y - cut.height / 2]
  }
  const sides = asked.crop?.split(',') ?? []
  const share = (start: string, end: string) => (sides.includes(start) ? 0 : sides.includes(end) ? 1 : 0.5)
  return [
    (rect.width - cut.width) * share('left', 'right'),
    (rect.height - cut.height) * share('top', 'bottom'),
  ]
}

function clampRegion(asked: Transformation['rect'], source: Size): Region {
  if (!asked) return { left: 0, top: 0, width: source.width, height: source.height }
  const left = Math.round(clamp(asked.left, 0, source.width - 1))
  const top = Math.round(clamp(asked.top, 0, source.height - 1))
  return {
    left,
    top,
    width: Math.round(clamp(asked.width, 1, source.width - left)),
    height: Math.round(clamp(asked.height, 1, source.height - top)),
  }
}

/** Whole pixels, at least one and at most the largest, in the same shape. */
function rounded({ width, height }: Size): Size {
  const scale = Math.min(1, largest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
