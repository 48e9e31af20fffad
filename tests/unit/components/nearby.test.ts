import { nearbyPieces } from '../../../components/maps/nearby.ts'
import { fineLands, type Piece, type Ring } from '../../../components/maps/topology.ts'

const piece = (ring: Ring, box: Piece['box']): Piece => ({ rings: [ring], box, size: 1 })

describe('the land that a map of a box needs', () => {
  it('leaves out pieces that do not reach the box', () => {
    const far = piece(
      [
        [50, 50],
        [51, 50],
        [51, 51],
        [50, 50],
      ],
      [50, 50, 51, 51],
    )
    expect(nearbyPieces([far], [0, 0, 10, 10])).toEqual([])
  })

  it('cuts a far coast short and keeps every point near the box', () => {
    const coast: Ring = [
      [5, 5],
      [40, 1],
      [60, 2],
      [80, 3],
      [60, 4],
      [40, 5],
      [5, 6],
      [5, 5],
    ]
    const [near] = nearbyPieces([piece(coast, [5, 1, 80, 6])], [0, 0, 10, 10])
    expect(near?.rings[0]).toEqual([
      [5, 5],
      [40, 1],
      [40, 5],
      [5, 6],
      [5, 5],
    ])
  })

  it('keeps a border that passes the box from one side to another', () => {
    const band: Ring = [
      [-90, 5],
      [90, 5],
      [90, 90],
      [-90, 90],
      [-90, 5],
    ]
    expect(nearbyPieces([piece(band, [-90, 5, 90, 90])], [0, 0, 10, 10])[0]?.rings[0]).toEqual(band)
  })

  it('spares a map of Georgia most of Russia', () => {
    const russia = fineLands()
      .filter(({ isoNumeric }) => isoNumeric === '643')
      .flatMap(({ pieces }) => pieces)
    const points = (pieces: Piece[]) => pieces.flatMap(({ rings }) => rings.flat()).length
    expect(points(nearbyPieces(russia, [39, 40, 47, 44]))).toBeLessThan(points(russia) / 20)
  })
})
