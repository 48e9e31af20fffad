import { createImageUrlBuilder } from '@sanity/image-url'
import { getEnvironment } from './env.ts'

const WIDTHS = [320, 480, 640, 750, 960, 1280, 1800]
const FALLBACK_WIDTH = 960

/** An uploaded image with the editor's choices, as it is stored. */
export interface StoredImage {
  assetId: string
  hotspot: { x: number; y: number; width: number; height: number } | undefined
  crop: { top: number; bottom: number; left: number; right: number } | undefined
}

export interface ImageAddresses {
  src: string
  srcSet: string
  width: number
  height: number
  /** 1200 × 630, for cards on other sites. */
  shareUrl: string
}

/** Sizes that readers' pages use, cut to 3:2 around the hotspot and never larger than the cropped original. */
export const addressesOfImage = (image: StoredImage): ImageAddresses => {
  const source = { asset: { _ref: image.assetId }, ...definedOnly(image) }
  const builder = imageUrlBuilder().image(source).auto('format')
  const at = (width: number) => builder.width(width).height(heightFor(width)).url()
  const widths = usefulWidths(image)
  const width = widths.at(-1) ?? FALLBACK_WIDTH
  return {
    src: at(Math.min(FALLBACK_WIDTH, width)),
    srcSet: widths.map((each) => `${at(each)} ${each}w`).join(', '),
    width,
    height: heightFor(width),
    shareUrl: builder.width(1200).height(630).url(),
  }
}

/** Where the upload itself is, as it was uploaded: its bytes and its type are those that the asset states. */
export const addressOfOriginal = (assetId: string): string =>
  imageUrlBuilder()
    .image({ asset: { _ref: assetId } })
    .url()

/** Whether an id names an image asset in the way that holds its size: `image-<hash>-<width>x<height>-<format>`. */
export const isImageAssetId = (id: string): boolean =>
  /^image-[A-Za-z0-9]+-[1-9]\d*x[1-9]\d*-[a-z0-9]+$/.test(id)

const imageUrlBuilder = () => {
  const { projectId, dataset, apiHost } = getEnvironment()
  return createImageUrlBuilder({ projectId, dataset, ...(apiHost === undefined ? {} : { baseUrl: apiHost }) })
}

const heightFor = (width: number) => Math.round((width * 2) / 3)

const definedOnly = ({ hotspot, crop }: StoredImage) => ({
  ...(hotspot === undefined ? {} : { hotspot }),
  ...(crop === undefined ? {} : { crop }),
})

/** The wanted widths that the cropped original can fill; a smaller one stands for itself alone. */
const usefulWidths = ({ assetId, crop }: StoredImage) => {
  const size = /-(\d+)x(\d+)-/.exec(assetId)
  const width = Number(size?.[1] ?? 0) * (1 - (crop?.left ?? 0) - (crop?.right ?? 0))
  const height = Number(size?.[2] ?? 0) * (1 - (crop?.top ?? 0) - (crop?.bottom ?? 0))
  const widest = Math.floor(Math.min(width, (height * 3) / 2))
  const useful = WIDTHS.filter((each) => each <= widest)
  return useful.length > 0 ? useful : [Math.max(1, widest)]
}
