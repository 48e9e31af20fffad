import { createServer, type Server } from 'node:http'
import { jest } from '@jest/globals'
import { getArticle } from '../../../lib/content/getArticle.ts'
import { storedArticle } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
let door: Server
let historyAnswers = false
const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined)

/** A way to the lake by which its history answers with an error until it is mended. */
const openDoor = async (): Promise<string> => {
  door = createServer(async (request, response) => {
    const path = request.url ?? ''
    if (path.includes('/data/history/') && !historyAnswers) {
      response.writeHead(503, { 'content-type': 'application/json' }).end('{"message":"no history today"}')
      return
    }
    const answer = await fetch(`${lake.url}${path}`, {
      headers: { authorization: request.headers.authorization ?? '' },
    })
    const type = answer.headers.get('content-type') ?? ''
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text())
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const address = door.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

beforeAll(async () => {
  lake = await startNewsroomLake()
  process.env.SANITY_READ_TOKEN = lake.tokens.viewer
  process.env.SANITY_API_HOST = await openDoor()
})
beforeEach(() => {
  warn.mockClear()
  historyAnswers = false
})
afterAll(async () => {
  door.close()
  await lake.close()
})

const publishTwice = async (slug: string) => {
  await store(lake, storedArticle(slug))
  await store(lake, storedArticle(slug, { headline: 'Another headline' }))
}

describe('an article whose history does not answer', () => {
  it('is read all the same, without the note of changes, and the log says why', async () => {
    await publishTwice('new')
    expect(await getArticle('new')).toMatchObject({ headline: 'Another headline', changes: [] })
    expect(warn).toHaveBeenCalledWith(
      expect.stringMatching(/page of article-new says nothing of what changed .*no answer about the history/),
    )
  })

  it('has its note again when the page is made after that', async () => {
    await publishTwice('back')
    expect((await getArticle('back'))?.changes).toEqual([])
    historyAnswers = true
    expect((await getArticle('back'))?.changes).toEqual([{ kind: 'headline' }])
  })

  it('keeps the note that it had, also of what changes meanwhile', async () => {
    await publishTwice('kept')
    historyAnswers = true
    expect((await getArticle('kept'))?.changes).toEqual([{ kind: 'headline' }])
    historyAnswers = false
    await store(lake, storedArticle('kept', { headline: 'Another headline', standfirst: 'Other words.' }))
    expect((await getArticle('kept'))?.changes).toEqual([{ kind: 'headline' }, { kind: 'standfirst' }])
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('goes by what is remembered'))
  })
})
