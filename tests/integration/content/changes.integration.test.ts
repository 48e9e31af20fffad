import { getArticle } from '../../../lib/content/getArticle.ts'
import { storedArticle, storedMention, storedPoint, storedPointsSection } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startNewsroomLake()
  process.env.SANITY_READ_TOKEN = lake.tokens.viewer
})
afterAll(() => lake.close())

const withPoints = (...points: ReturnType<typeof storedPoint>[]) =>
  storedArticle('revised', { sections: [storedPointsSection('k1', { points })] })

describe('an article that was published again', () => {
  beforeAll(async () => {
    await store(lake, withPoints(storedPoint('p1', { standing: 'claimed' })))
    await store(lake, { ...withPoints(storedPoint('p9')), _id: 'drafts.article-revised' })
    await store(lake, withPoints(storedPoint('p1', { standing: 'disputed' })))
    await store(lake, withPoints(storedPoint('p1', { standing: 'confirmed' }), storedPoint('p2')))
  })

  it('tells what is different from the first published revision, drafts left aside', async () => {
    expect((await getArticle('revised'))?.changes).toMatchObject([
      { kind: 'standing', key: 'p1', from: 'claimed', to: 'confirmed' },
      { kind: 'pointAdded', key: 'p2' },
    ])
  })

  it('never shows readers again what was taken out', async () => {
    const slander = { text: storedMention('Slander', 'country-armenia') }
    const first = storedPointsSection('k1', { points: [storedPoint('p1'), storedPoint('p2', slander)] })
    const now = storedPointsSection('k1', { points: [storedPoint('p1')] })
    await store(lake, storedArticle('retracted', { headline: 'Slander', sections: [first] }))
    await store(lake, storedArticle('retracted', { sections: [now] }))
    const article = await getArticle('retracted')
    expect(article?.changes.map(({ kind }) => kind)).toEqual(['headline', 'pointRemoved'])
    expect(JSON.stringify(article)).not.toContain('Slander')
  })

  it('has no changes when it was published once', async () => {
    await store(lake, storedArticle('once'))
    expect((await getArticle('once'))?.changes).toEqual([])
  })
})
