import {
  meanNdcg,
  rankNewsroom,
  readJudgements,
  readNewsroomBonds,
  usualRankings,
} from '../../support/judgedRelated.ts'

const articles = readNewsroomBonds()
const judgements = readJudgements()

describe('the judged set', () => {
  it('judges at least forty articles, and names only articles that there are', () => {
    const known = new Set(articles.map(({ id }) => id))
    const named = [...judgements].flatMap(([slug, grades]) => [slug, ...grades.keys()])
    expect(named.filter((slug) => !known.has(slug))).toEqual([])
    expect(judgements.size).toBeGreaterThanOrEqual(40)
  })

  it('gives no article two grades beside the same one, nor any beside itself', () => {
    expect([...judgements].filter(([slug, grades]) => grades.has(slug)).map(([slug]) => slug)).toEqual([])
  })
})

describe('related articles, as an editor judges them', () => {
  it.each(Object.entries(usualRankings))('are better by 0.15 nDCG@5 than “%s”', (_name, rank) => {
    const ours = meanNdcg(judgements, articles, rankNewsroom(articles))
    const usual = meanNdcg(judgements, articles, (article) => rank(article, articles))
    expect(ours - usual).toBeGreaterThan(0.15)
  })
})
