import { chooseEncoding } from '../../../edge/encoding.ts'
import { withEncoding, withoutConnection } from '../../../edge/headers.ts'

describe('headers that go on', () => {
  it('are without those of the connection and those that it names', () => {
    const given = {
      connection: 'close, X-Secret',
      'keep-alive': 'timeout=5',
      'transfer-encoding': 'chunked',
      te: 'trailers',
      upgrade: 'websocket',
      'x-secret': '1',
      'set-cookie': ['a=b', 'c=d'],
      accept: '*/*',
    }
    expect(withoutConnection(given)).toEqual({ 'set-cookie': ['a=b', 'c=d'], accept: '*/*' })
  })

  it('say once that an answer differs by encoding', () => {
    expect(withEncoding({}, 'br')).toEqual({ vary: 'Accept-Encoding', 'content-encoding': 'br' })
    expect(withEncoding({ vary: 'rsc' }, undefined)).toEqual({ vary: 'rsc, Accept-Encoding' })
    expect(withEncoding({ vary: 'rsc, accept-encoding' }, undefined)).toEqual({
      vary: 'rsc, accept-encoding',
    })
  })
})

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity', undefined],
  [undefined, undefined],
])('sends to who accepts %s: %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding)
})
