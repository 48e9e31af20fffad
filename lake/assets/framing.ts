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
}

const largest = 8192

/**
 * The geometry of an image address, in whole pixels.
 *
 * `clip` (the default) fits inside the box and enlarges; `max` never enlarges; `crop` covers the box
 * exactly; `min` likewise, but never larger than the picture; `fill` and `fillmax` pad; `scale` distorts.
 * (The hosted service's documentation of image addresses; its names come from imgix.)
 */
export function frame(source: Size, asked: Transformation): Framing {
  const rect = clampRegion(asked.rect, source)
  const box = askedBox(asked)
  const { width = 0, height = 0 } = box
  if (!width && !height) return uncut(rect, rect)
  if (!width || !height) return uncut(rect, proportional(rect, box, asked.fit))
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

function askedBox({ w, h, dpr }: Transformation): Partial<Size> {
  const scaled = (length: number) => Math.min(largest, Math.max(1, Math.round(length * dpr)))
  return { ...(w ? { width: scaled(w) } : {}), ...(h ? { height: scaled(h) } : {}) }
}

function uncut(region: Region, size: Size): Framing {
  const { width, height } = size
  return { region, size: { width, height }, canvas: { width, height } }
}

/** Only one side is asked for: the other follows. */
function proportional(rect: Region, { width, height }: Partial<Size>, fit: Transformation['fit']): Size {
  const ratio = width ? width / rect.width : (height ?? rect.height) / rect.height
  const mayEnlarge = fit !== 'max' && fit !== 'min' && fit !== 'fillmax'
  const scale = mayEnlarge ? ratio : Math.min(1, ratio)
  return rounded({ width: rect.width * scale, height: rect.height * scale })
}

function inside(rect: Region, box: Size, mayEnlarge: boolean): Size {
  const ratio = Math.min(box.width / rect.width, box.height / rect.height)
  const scale = mayEnlarge ? ratio : Math.min(1, ratio)
  return rounded({ width: rect.width * scale, height: rect.height * scale })
}

/** The largest part of `rect` with the shape of `shape`, as near to the anchor as the edges allow. */
function cover(rect: Region, shape: Size, size: Size, asked: Transformation, source: Size): Framing {
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

function rounded({ width, height }: Size): Size {
  return {
    width: clamp(Math.round(width), 1, largest),
    height: clamp(Math.round(height), 1, largest),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
