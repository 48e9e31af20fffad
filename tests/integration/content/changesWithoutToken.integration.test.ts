import { getArticle } from '../../../lib/content/getArticle.ts'
import { storedArticle } from '../../fixtures/stored.ts'
import { startNewsroomLake, store } from './newsroomLake.ts'

describe('an article that was published again, to a portal without a token', () => {
  it('is whole, and tells nothing of its past', async () => {
    const lake = await startNewsroomLake()
    await store(lake, storedArticle('revised'))
    await store(lake, storedArticle('revised', { headline: 'Another headline' }))
    expect(await getArticle('revised')).toMatchObject({ headline: 'Another headline', changes: [] })
    await lake.close()
  })
})
