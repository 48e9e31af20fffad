import { checkLimits } from '../../../lake/mutations/checkLimits.ts'

const document = (fields: object) => ({
  _id: 'a',
  _type: 'article',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})

/** A document that is so many bytes long as JSON. */
function ofBytes(bytes: number, letter: string) {
  const room = bytes - Buffer.byteLength(JSON.stringify(document({ text: '' })))
  return document({ text: letter.repeat(Math.floor(room / Buffer.byteLength(letter))) })
}

describe('a document within limits', () => {
  it('may have 32 MB and not a byte more', () => {
    expect(() => checkLimits(ofBytes(32_000_000, 'x'))).not.toThrow()
    expect(() => checkLimits(ofBytes(32_000_001, 'x'))).toThrow('the limit is 32000000 bytes')
  })

  it('is weighed in bytes and not in letters', () => {
    expect(() => checkLimits(ofBytes(31_999_998, '字'))).not.toThrow()
    expect(() => checkLimits(ofBytes(33_000_000, '字'))).toThrow('32000000 bytes')
  })

  it('may be of many small parts', () => {
    const numbers = Array.from({ length: 1_400_000 }, () => -(2 ** -1000))
    expect(() => checkLimits(document({ numbers }))).toThrow('32000000 bytes')
  })

  it('is refused without being followed down when it nests without end', () => {
    let fields: object = {}
    for (let level = 0; level < 100_000; level += 1) fields = { in: fields }
    expect(() => checkLimits(document(fields))).toThrow('nested deeper than 20 levels')
    let lists: unknown[] = []
    for (let level = 0; level < 100_000; level += 1) lists = [lists]
    expect(() => checkLimits(document({ lists }))).toThrow('nested deeper than 20 levels')
  })
})
