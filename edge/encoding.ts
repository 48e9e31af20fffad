import { promisify } from 'node:util'
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'

export type Encoding = 'br' | 'gzip'

/** The shortest that an answer can be sent to who accepts this; undefined for as it is. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding | undefined {
  const ways = parseAccept(String(accepted ?? ''))
  const mayBe = (encoding: Encoding) =>
    (ways.find(({ type }) => type === encoding) ?? ways.find(({ type }) => type === '*'))?.q
  return (['br', 'gzip'] as const).find((encoding) => mayBe(encoding))
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * `once` is for what is sent once; `often` for what is stored, and takes ten times as long for an eighth less: a tenth
 * of what it takes to make the page.
 */
const brotliQuality = { once: 5, often: 10 }

export const compress = (body: Buffer, encoding: Encoding, use: 'once' | 'often'): Promise<Buffer> =>
  encoding === 'gzip'
    ? compressGzip(body)
    : compressBrotli(body, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality[use],
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })

export const decompress = (body: Buffer): Buffer => gunzipSync(body)
