import {
  meanNdcg,
  rankNewsroom,
  readJudgements,
  readNewsroomBonds,
  usualRankings,
} from '../../tests/support/judgedRelated.ts'

/** How well related articles are chosen: nDCG@5 over the judged articles, beside what other portals print. */
export function compareRankings(): void {
  const [judgements, articles] = [readJudgements(), readNewsroomBonds()]
  const score = (rank: Parameters<typeof meanNdcg>[2]) =>
    Number(meanNdcg(judgements, articles, rank).toFixed(3))
  console.log(`\nRelated articles: nDCG@5 over ${judgements.size} judged articles of ${articles.length}`)
  console.table({
    ours: { 'nDCG@5': score(rankNewsroom(articles)) },
    ...Object.fromEntries(
      Object.entries(usualRankings).map(([name, rank]) => [
        name,
        { 'nDCG@5': score((article) => rank(article, articles)) },
      ]),
    ),
  })
}
