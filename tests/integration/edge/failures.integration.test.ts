import { failureWords } from '../../../lib/format/words/failureWords.ts'
import {
  type Answer,
  finishedOf,
  type Origin,
  openOrigin,
  pageOf,
  policy,
  showing,
  waiting,
} from '../../support/origin.ts'
import { waitFor } from '../../support/waitFor.ts'

let origin: Origin
const open = async (answer: Answer, options = {}) => {
  origin = await openOrigin(answer, options)
  return origin
}
afterEach(() => origin.close())

const reader = { accept: 'text/html,*/*' }
const headersOfPage = {
  'content-type': 'text/html',
  'x-meridian-policy': policy,
  'cache-control': 's-maxage=9',
}

const failures: [how: string, answer: Answer][] = [
  ['answers 500', (_request, response) => response.writeHead(500, headersOfPage).end(pageOf('Failed'))],
  ['answers 503', (_request, response) => response.writeHead(503).end()],
  ['is empty', (_request, response) => response.writeHead(200, headersOfPage).end()],
  ['hangs up', (request) => request.socket.destroy()],
  [
    'is cut off',
    (request, response) => {
      response.writeHead(200, { ...headersOfPage, 'content-length': '5000' }).write(pageOf('Half'))
      setImmediate(() => request.socket.destroy())
    },
  ],
  [
    'has no end',
    (_request, response) => response.writeHead(200, headersOfPage).end(pageOf('Half').slice(0, -20)),
  ],
]

describe('when Next', () => {
  it.each(failures)('%s, the stored page is shown, and says that it is old', async (_how, failure) => {
    await open(showing('Good'))
    await origin.get('/a')
    origin.answer = failure
    origin.clock.now = 86_400_000
    const { status, text, headers } = await origin.get('/a')
    expect({ status, text }).toEqual({ status: 200, text: finishedOf('Good') })
    expect(headers).toMatchObject({
      'cache-status': expect.stringContaining('Next does not answer'),
      'x-nextjs-cache': 'STALE',
      'cache-control': 'public, max-age=0, must-revalidate',
    })
    origin.answer = showing('Better')
    expect((await origin.get('/a')).text).toBe(finishedOf('Better'))
  })

  it.each(failures)('%s and nothing is stored, a page of ours says so with 503', async (_how, failure) => {
    await open(failure)
    for (const path of ['/a', '/a?b=c']) {
      const { status, text, headers } = await origin.get(path, reader)
      expect(status).toBe(503)
      expect(text).toContain(failureWords.en.heading)
      expect(headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' })
    }
    origin.answer = showing('Here')
    expect((await origin.get('/a')).text).toBe(finishedOf('Here'))
  })

  it('does not answer in time, readers have the stored page', async () => {
    await open(showing('Good'), { patienceMs: 30, longestMs: 400 })
    await origin.get('/a')
    origin.answer = () => undefined
    origin.clock.now = 5000
    expect((await origin.get('/a')).text).toBe(finishedOf('Good'))
  })

  it('has let one reader wait too long, the others have the stored page at once, until it has answered', async () => {
    const { held, answer, release } = waiting()
    await open(showing('Good'), { patienceMs: 600_000, longestMs: 600_000 })
    await origin.get('/a')
    origin.answer = answer(showing('Better'))
    origin.clock.now = 5000
    const first = origin.get('/a')
    await waitFor(async () => expect(held).toHaveLength(1))
    origin.clock.now = 605_001
    for (let visit = 0; visit < 5; visit += 1) expect((await origin.get('/a')).text).toBe(finishedOf('Good'))
    expect(origin.asked).toHaveLength(2)
    origin.answer = showing('Better')
    release()
    expect((await first).text).toBe(finishedOf('Better'))
    expect((await origin.get('/a')).text).toBe(finishedOf('Better'))
  })

  it('does not answer in time for what is not stored, it is 503', async () => {
    await open(() => undefined, { longestMs: 50 })
    expect((await origin.get('/a', reader)).status).toBe(503)
  })

  it('is gone, stored pages stay, others are 503 in words, and all heals when it is back', async () => {
    await open(showing('Good'))
    await origin.get('/a')
    await origin.leave()
    origin.clock.now = 5000
    expect((await origin.get('/a')).text).toBe(finishedOf('Good'))
    expect((await origin.get('/b', reader)).text).toContain('Meridian')
    expect(await origin.get('/api/health')).toMatchObject({
      status: 503,
      text: expect.stringContaining('try again'),
    })
    expect((await origin.get('/b', reader, 'HEAD')).status).toBe(503)
    await origin.comeBack()
    origin.answer = showing('New')
    expect((await origin.get('/a')).text).toBe(finishedOf('New'))
    expect((await origin.get('/b')).text).toBe(finishedOf('New'))
  })
})
