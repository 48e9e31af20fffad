import { encodeSignatureHeader } from '@sanity/webhook'
import { signBody, verifySignature } from '../../../lib/freshness/verifySignature.ts'

const secret = 'a secret of the newsroom'
const now = new Date('2023-09-19T14:05:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const body = '{"before":null,"after":{"headline":"Größer"}}'

describe('the signature of a webhook', () => {
  it('is valid as Sanity writes it', async () => {
    const header = await encodeSignatureHeader(body, now.getTime(), secret)
    expect(await verifySignature(body, header, secret, minutes(4))).toBe('valid')
  })

  it('is refused when the body was changed on its way', async () => {
    const header = await signBody(body, secret, now)
    expect(await verifySignature(body.replace('null', '{}'), header, secret, now)).toBe('signature is wrong')
  })

  it('is refused when made with another secret', async () => {
    const header = await signBody(body, 'another secret altogether', now)
    expect(await verifySignature(body, header, secret, now)).toBe('signature is wrong')
  })

  it('is refused when its time was changed to look new', async () => {
    const header = (await signBody(body, secret, minutes(-60))).replace(
      String(minutes(-60).getTime()),
      String(now.getTime()),
    )
    expect(await verifySignature(body, header, secret, now)).toBe('signature is wrong')
  })

  it('is refused after five minutes, and from the future', async () => {
    const header = await signBody(body, secret, now)
    expect(await verifySignature(body, header, secret, minutes(5.1))).toBe('signature too old')
    expect(await verifySignature(body, header, secret, minutes(-5.1))).toBe('signature too old')
  })

  it.each([null, '', 'v1=abc', 't=,v1=', 't=soon,v1=x', 't=1,v1=x'])(
    'is refused when it reads %p',
    async (header) => {
      expect(await verifySignature(body, header, secret, now)).not.toBe('valid')
    },
  )

  it('is refused when no secret is set, however it was signed', async () => {
    const header = await signBody(body, 'x', now)
    expect(await verifySignature(body, header, undefined, now)).toBe('no secret is set')
    expect(await verifySignature(body, header, '', now)).toBe('no secret is set')
  })
})
