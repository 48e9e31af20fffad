import { createHmac } from 'node:crypto'
import { pages, siteUrl } from '../support/pages.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'
import { waitFor } from '../support/waitFor.ts'

const body = JSON.stringify({ _id: 'article-x', _type: 'article', before: null, after: null })

const sign = (secret: string, at: number) =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('base64url')}`

const post = (signature: string | undefined) =>
  fetch(siteUrl('/api/revalidate'), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature && { 'sanity-webhook-signature': signature }),
    },
    body,
  })

/** The page as the cache holds it, once nothing that earlier journeys published is still on its way to it. */
const kept = () =>
  waitFor(async () => {
    const [first, second] = [await fetch(siteUrl(pages.article)), await fetch(siteUrl(pages.article))]
    expect([first, second].map(({ headers }) => headers.get('x-nextjs-cache'))).toEqual(['HIT', 'HIT'])
    const [one, other] = [await first.text(), await second.text()]
    expect(one === other).toBe(true)
    return one
  })

describe('a webhook that is not from our lake', () => {
  it.each([
    ['without a signature', () => undefined],
    ['signed with another secret', () => sign('0123456789abcdef-wrong', Date.now())],
    ['with an old signature', () => sign(getNewsroom().webhookSecret, Date.now() - 3_600_000)],
    ['with no signature at all in it', () => 'nonsense'],
  ])('is refused %s, and no page is thrown away', async (_how, signature) => {
    const before = await kept()
    expect((await post(signature())).status).toBe(401)
    const after = await fetch(siteUrl(pages.article))
    expect(after.headers.get('x-nextjs-cache')).toBe('HIT')
    expect((await after.text()) === before).toBe(true)
  })
})
