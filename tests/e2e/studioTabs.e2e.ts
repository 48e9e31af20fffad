import type { BrowserContext, Request } from 'playwright-core'
import { browserOfFile } from '../support/browser.ts'
import { openClient } from '../support/lakeClient.ts'
import { getNewsroom } from '../support/sharedNewsroom.ts'
import { logIn } from '../support/studio.ts'
import { haveColleague, havePublished, textField, watchConsole } from '../support/studioJourney.ts'
import { waitFor } from '../support/waitFor.ts'

const visit = browserOfFile()
const client = () => openClient()

interface Timing {
  address: string
  milliseconds: number
}

/**
 * How long each request of all tabs took by the browser's own clock, from its start, waiting for a connection
 * included, to the end of its answer. What a busy tab does afterwards is not the lake's.
 */
function timeRequests(context: BrowserContext): { finished: Timing[]; open: Set<Request> } {
  const finished: Timing[] = []
  const open = new Set<Request>()
  const { studioUrl } = getNewsroom()
  context.on('request', (request) => {
    if (request.url().startsWith(studioUrl)) open.add(request)
  })
  context.on('requestfinished', (request) => {
    if (!open.delete(request)) return
    const { pathname, searchParams } = new URL(request.url())
    const address = `${request.method()} ${pathname} ${searchParams.get('tag') ?? ''}`
    finished.push({ address, milliseconds: request.timing().responseEnd })
  })
  context.on('requestfailed', (request) => open.delete(request))
  return { finished, open }
}

describe('four tabs at once', () => {
  it('are all served while two of them are being written in', async () => {
    const [first, second] = [
      await havePublished('first-tab', { headline: 'In the first tab' }),
      await havePublished('second-tab', { headline: 'In the second tab' }),
    ]
    const { studioUrl } = getNewsroom()
    await visit('four tabs', async (page) => {
      const context = page.context()
      const errors = watchConsole(context)
      await logIn(page)
      const { finished, open } = timeRequests(context)
      const tabs = [page, await context.newPage(), await context.newPage(), await context.newPage()] as const
      const [one, two, list, vision] = tabs
      await Promise.all([
        one.goto(`${studioUrl}/intent/edit/id=${first};type=article/`),
        two.goto(`${studioUrl}/intent/edit/id=${second};type=article/`),
        list.goto(`${studioUrl}/structure/articles;all`),
        vision.goto(`${studioUrl}/vision`),
      ])
      await one.bringToFront()
      const [oneHeadline, twoHeadline] = [await textField(one, 'headline'), await textField(two, 'headline')]
      await list.getByText('In the first tab').first().waitFor()
      await vision.getByRole('button', { name: /fetch/i }).first().waitFor()

      await oneHeadline.press('End')
      await oneHeadline.pressSequentially(' and more')
      await two.bringToFront()
      await twoHeadline.press('End')
      await twoHeadline.pressSequentially(' and more')
      await waitFor(async () => {
        const [a, b] = await client().getDocuments([`drafts.${first}`, `drafts.${second}`])
        expect([a?.headline, b?.headline]).toEqual([
          'In the first tab and more',
          'In the second tab and more',
        ])
      })
      await list.bringToFront()
      await list.getByText('In the second tab and more').first().waitFor()
      await waitFor(async () => expect([...open].map((request) => request.url())).toEqual([]))

      const slowest = finished.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 3)
      const lines = slowest.map(({ address, milliseconds }) => `${Math.round(milliseconds)} ms  ${address}`)
      process.stdout.write(`Four tabs, ${finished.length} requests; the slowest:\n  ${lines.join('\n  ')}\n`)
      expect(finished.length).toBeGreaterThan(100)
      expect(slowest.filter(({ milliseconds }) => milliseconds > 3_000)).toEqual([])
      expect(errors).toEqual([])
    })
    await client().delete({
      query: '*[_id in $ids]',
      params: { ids: [`drafts.${first}`, `drafts.${second}`] },
    })
  }, 240_000)
})

describe('two editors in one article', () => {
  it('see each other write, and who is there', async () => {
    const id = await havePublished('together-journey', { headline: 'Together', kicker: 'At first' })
    const colleague = await haveColleague()
    const { studioUrl } = getNewsroom()
    const address = `${studioUrl}/intent/edit/id=${id};type=article/`
    await visit('one editor', async (mine) => {
      await visit('the other editor', async (theirs) => {
        const errors = [watchConsole(mine.context()), watchConsole(theirs.context())]
        await Promise.all([logIn(mine), logIn(theirs, colleague)])
        await Promise.all([mine.goto(address), theirs.goto(address)])
        const [myHeadline, theirHeadline] = [
          await textField(mine, 'headline'),
          await textField(theirs, 'headline'),
        ]
        const [myKicker, theirKicker] = [await textField(mine, 'kicker'), await textField(theirs, 'kicker')]
        await myHeadline.fill('Written by one')
        await theirKicker.fill('Written by the other')
        await waitFor(async () => {
          expect([await theirHeadline.inputValue(), await myKicker.inputValue()]).toEqual([
            'Written by one',
            'Written by the other',
          ])
        })
        expect(await client().getDocument(`drafts.${id}`)).toMatchObject({
          headline: 'Written by one',
          kicker: 'Written by the other',
        })
        await theirKicker.focus()
        await mine.locator('[data-ui="Avatar"][aria-label="Colleague"]').first().waitFor()
        expect(errors).toEqual([[], []])
      })
    })
    await client().delete(`drafts.${id}`)
  }, 240_000)
})
