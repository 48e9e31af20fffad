import { extname } from 'node:path'
import { z } from 'zod'
import type { ReceivedFile } from './assetFiles.ts'
import type { ImageDescription } from './imageDescription.ts'
import { imageTypes } from './imageFormats.ts'

/** What an upload may say about itself in its address. */
export const uploadDetails = z.object({
  filename: z.string().max(500).optional(),
  title: z.string().max(1000).optional(),
  label: z.string().max(1000).optional(),
  description: z.string().max(10_000).optional(),
  creditLine: z.string().max(1000).optional(),
  sourceId: z.string().max(500).optional(),
  sourceName: z.string().max(500).optional(),
  sourceUrl: z.string().max(2000).optional(),
})
type UploadDetails = z.infer<typeof uploadDetails>

interface Place {
  projectId: string
  dataset: string
}

const fileTypes: Record<string, string> = {
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  vtt: 'text/vtt',
  csv: 'text/csv',
  json: 'application/json',
  txt: 'text/plain',
  zip: 'application/zip',
  gz: 'application/gzip',
  epub: 'application/epub+zip',
  rtf: 'application/rtf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  geojson: 'application/geo+json',
  md: 'text/markdown',
  srt: 'application/x-subrip',
  flac: 'audio/flac',
  aac: 'audio/aac',
  heic: 'image/heic',
}

/** The media type of a stored file by its extension; what is not known is only bytes. */
export function fileType(extension: string): string {
  return fileTypes[extension] ?? 'application/octet-stream'
}

function extensionFor(contentType: string | undefined): string {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  return Object.entries(fileTypes).find(([, known]) => known === type)?.[0] ?? 'bin'
}

/** The document of a picture, in the hosted service's shape. Same bytes, same id: a second upload finds the first. */
export function imageDocument(
  { sha1, size }: ReceivedFile,
  { extension, metadata }: ImageDescription,
  details: UploadDetails,
  { projectId, dataset }: Place,
) {
  const { width, height } = metadata.dimensions
  const name = `${sha1}-${width}x${height}.${extension}`
  return {
    ...described(details, `image.${extension}`),
    _id: `image-${sha1}-${width}x${height}-${extension}`,
    _type: 'sanity.imageAsset',
    assetId: sha1,
    sha1hash: sha1,
    uploadId: sha1,
    extension,
    mimeType: imageTypes[extension],
    size,
    path: `images/${projectId}/${dataset}/${name}`,
    metadata,
  }
}

/**
 * The document of any other file. Its extension is what its name says, else its header, because its bytes are
 * never run or shown.
 */
export function fileDocument(
  { sha1, size }: ReceivedFile,
  details: UploadDetails,
  { projectId, dataset }: Place,
  contentType: string | undefined,
) {
  const given = extname(details.filename ?? '')
    .slice(1)
    .toLowerCase()
  const extension = /^[a-z0-9]{1,10}$/.test(given) ? given : extensionFor(contentType)
  return {
    ...described(details, `file.${extension}`),
    _id: `file-${sha1}-${extension}`,
    _type: 'sanity.fileAsset',
    assetId: sha1,
    sha1hash: sha1,
    uploadId: sha1,
    extension,
    mimeType: fileType(extension),
    size,
    path: `files/${projectId}/${dataset}/${sha1}.${extension}`,
  }
}

function described(
  { filename, sourceId, sourceName, sourceUrl, ...texts }: UploadDetails,
  fallbackName: string,
) {
  const hasSource = sourceId !== undefined || sourceName !== undefined || sourceUrl !== undefined
  const source = { _type: 'sanity.assetSourceData', id: sourceId, name: sourceName, url: sourceUrl }
  const given = { ...texts, ...(hasSource ? { source } : {}) }
  const present = Object.entries(given).filter(([, value]) => value !== undefined)
  return { originalFilename: filename ?? fallbackName, ...Object.fromEntries(present) }
}
