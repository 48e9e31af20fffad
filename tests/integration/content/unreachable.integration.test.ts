import { getArticle } from '../../../lib/content/getArticle.ts'
import { getHealth } from '../../../lib/content/getHealth.ts'
import { getSite } from '../../../lib/content/getSite.ts'
import { startNewsroomLake } from './newsroomLake.ts'

describe('a content lake that does not answer', () => {
  beforeAll(async () => {
    const lake = await startNewsroomLake()
    await lake.close()
  })

  it('makes loaders throw rather than show an empty page', async () => {
    await expect(getArticle('operation')).rejects.toMatchObject({ name: 'ContentUnreachable' })
    await expect(getSite()).rejects.toMatchObject({ name: 'ContentUnreachable' })
  })

  it('is told by the health check', async () => {
    expect(await getHealth()).toEqual({ status: 'ok', content: 'unreachable' })
  })
})
