import readExif from 'exif-reader'

/** Tags that the hosted service calls otherwise than the reader does. */
const hostedNames: Record<string, string> = {
  DateTime: 'ModifyDate',
  ExifTag: 'ExifOffset',
  InteroperabilityTag: 'InteropOffset',
  ISOSpeedRatings: 'ISO',
  FocalLengthIn35mmFilm: 'FocalLengthIn35mmFormat',
}

/** Tags that hold no fact about the picture: where its position is kept, and what only the maker can read. */
const leftOut = new Set(['GPSTag', 'MakerNote', 'UserComment', 'XMLPacket', 'IPTCNAA', 'ImageResources'])

const longestText = 1000
const longestList = 16

/**
 * What a camera wrote into a picture, in the shapes of the hosted service ("Image metadata" in its
 * documentation): `image` about the file, `exif` about the shot, `location` as a geopoint. The position is
 * in `location` and nowhere else. A block that makes no sense gives nothing.
 */
export function cameraMetadata(block: Buffer) {
  const { Image: image, Photo: shot, Iop: interop, GPSInfo: position } = readBlock(block)
  return {
    image: withType('sanity.imageExifTags', image),
    exif: withType('sanity.imageExifMetadata', { ...shot, ...interop }),
    location: toGeopoint(position),
  }
}

function readBlock(block: Buffer): Partial<ReturnType<typeof readExif>> {
  try {
    return readExif(block)
  } catch {
    return {}
  }
}

function withType(type: string, tags: object | undefined) {
  const entries = Object.entries(tags ?? {}).flatMap(([tag, value]) => {
    const plain = /^\d+$/.test(tag) || leftOut.has(tag) ? undefined : toPlain(value)
    return plain === undefined ? [] : [[hostedNames[tag] ?? tag, plain] as const]
  })
  return entries.length === 0 ? undefined : { _type: type, ...Object.fromEntries(entries) }
}

/** Numbers, texts, dates and short lists of numbers; raw bytes are nothing that a query could ask for. */
function toPlain(value: unknown): string | number | number[] | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'string') return value.replaceAll('\0', '').trim().slice(0, longestText) || undefined
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (Array.isArray(value) && value.length <= longestList && value.every(isFiniteNumber)) return value
  return undefined
}

function toGeopoint(position: { [tag: string]: unknown } | undefined) {
  const lat = toDegrees(position?.GPSLatitude, position?.GPSLatitudeRef, 'S')
  const lng = toDegrees(position?.GPSLongitude, position?.GPSLongitudeRef, 'W')
  if (lat === undefined || lng === undefined || Math.abs(lat) > 90 || Math.abs(lng) > 180) return undefined
  const height = position?.GPSAltitude
  const isBelowSea = position?.GPSAltitudeRef === 1
  return {
    _type: 'geopoint',
    lat,
    lng,
    ...(isFiniteNumber(height) ? { alt: isBelowSea ? -height : height } : {}),
  }
}

/** Degrees, minutes and seconds, and on which side of the equator or of Greenwich. */
function toDegrees(parts: unknown, side: unknown, negative: 'S' | 'W'): number | undefined {
  if (!Array.isArray(parts) || !parts.every(isFiniteNumber)) return undefined
  const [degrees = 0, minutes = 0, seconds = 0] = parts
  const value = degrees + minutes / 60 + seconds / 3600
  return side === negative ? -value : value
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
