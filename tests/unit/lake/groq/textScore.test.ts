import { parse } from 'groq-js'
import { compileQuery } from '../../../../lake/groq/plan/compileQuery.ts'
import { textScore } from '../../../../lake/groq/plan/textScore.ts'
import { evaluateQuery } from '../../../../lake/groq/run/evaluateQuery.ts'
import { MemorySource } from './memorySource.ts'

const document = {
  _id: 'a',
  _type: 'article',
  headline: 'Talks about talks',
  sections: [{ text: 'Talks began.' }, { text: 'Peace is near.' }],
}

/** The argument as `score()` has it. */
const argument = (text: string) => {
  const tree = parse(`* | score(${text})`)
  const [node] = tree.type === 'PipeFuncCall' ? tree.args : []
  if (!node) throw new Error('the score has an argument')
  return node
}

const scoreByEngine = (text: string) => {
  const scope = {
    identity: '',
    sanity: { projectId: 'p', dataset: 'd' },
    now: new Date(0),
    perspective: 'raw' as const,
  }
  // Behind a projection nothing is planned: groq-js goes through the list.
  const query = compileQuery(`*{...} | score(${text})`, {})
  const { result } = evaluateQuery(query, new MemorySource([document]), scope)
  return Array.isArray(result) ? result[0]._score : undefined
}

describe('a score of known words', () => {
  it.each([
    'headline match text::query("talks")',
    'boost(headline match text::query("talks tal*"), 3.3)',
    'boost(boost(sections[].text match text::query("talks"), 0.7), 2)',
    'boost((@ match text::query("talks \\"peace is\\"")), 0.1)',
    'boost([headline, sections[].text] match text::query("talks"), 1)',
    'boost(headline match text::query("talks -about"), 5)',
    'boost(text::query("near"), 7)',
    'boost(headline match text::query("nobody"), 6)',
  ])('%s is what groq-js makes of it', (text) => {
    expect(textScore(argument(text))?.scoreOf(document)).toBe(scoreByEngine(text))
  })

  it.each([
    'headline match "talks"',
    'boost(headline match text::query("talks"), count(sections))',
    'boost(headline match text::query("talks") || _id == "a", 2)',
    'headline match text::query("-talks")',
    'boost(headline match text::query("talks"), -9)',
    'upper(headline) match text::query("talks")',
    '_id == "a"',
  ])('is none in %s, which groq-js is left to reckon', (text) => {
    expect(textScore(argument(text))).toBeUndefined()
  })
})
