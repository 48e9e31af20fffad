import { addressesOfImage } from '../../../sanity/image.ts'
import { optionalPicture } from '../../../sanity/queries/parts/picture.ts'

const wide = 'image-abc123-3000x2000-jpg'

describe('the addresses of a picture', () => {
  it('are cut to 3:2 at the widths that pages use', () => {
    const { src, srcSet, width, height } = addressesOfImage({
      assetId: wide,
      hotspot: undefined,
      crop: undefined,
    })
    expect([width, height]).toEqual([1800, 1200])
    expect(src).toContain('/images/meridian/production/abc123-3000x2000.jpg')
    expect(src).toContain('w=960&h=640')
    expect(src).toContain('auto=format')
    expect(srcSet.split(', ').map((each) => each.split(' ')[1])).toEqual([
      '320w',
      '480w',
      '640w',
      '750w',
      '960w',
      '1280w',
      '1800w',
    ])
  })

  it('keep the hotspot within the cut', () => {
    const hotspot = { x: 0.1, y: 0.5, width: 0.1, height: 0.1 }
    const { src } = addressesOfImage({ assetId: 'image-abc-4000x1000-png', hotspot, crop: undefined })
    expect(new URL(src).searchParams.get('rect')).toBe('0,0,1500,1000')
  })

  it('never enlarge: a small original stands for itself', () => {
    const small = addressesOfImage({ assetId: 'image-abc-700x700-png', hotspot: undefined, crop: undefined })
    expect(small.width).toBe(640)
    const crop = { left: 0.5, right: 0.3, top: 0, bottom: 0 }
    expect(addressesOfImage({ assetId: 'image-abc-1000x900-png', hotspot: undefined, crop }).width).toBe(200)
  })

  it('offer a card of 1200 by 630 to other sites', () => {
    const { shareUrl } = addressesOfImage({ assetId: wide, hotspot: undefined, crop: undefined })
    expect(shareUrl).toContain('w=1200&h=630')
  })
})

describe('a stored picture', () => {
  it('without an upload is none', () => {
    expect(optionalPicture.parse({ alt: 'A frame that stayed behind', assetId: null })).toBeUndefined()
    expect(optionalPicture.parse(null)).toBeUndefined()
  })

  it('that points to something else breaks its schema', () => {
    expect(optionalPicture.safeParse({ alt: '', assetId: 'file-abc-pdf' }).success).toBe(false)
  })
})
