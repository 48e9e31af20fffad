import { seededRandom } from '../../../support/seededRandom.ts'
import { answerOf, forEachOf } from './guestAnswers.ts'
import { guestRequests } from './guestRequests.ts'
import { fillTwins, secretWord, startTwins, type Twins } from './twins.ts'

const count = Number(process.env.SAFETY_REQUESTS) || 900

describe.each(['public', 'private'] as const)('a guest of a %s dataset', (aclMode) => {
  let twins: Twins
  beforeAll(async () => {
    twins = await startTwins(aclMode)
    await fillTwins(twins)
  })
  afterAll(() => twins.close())

  it('is answered byte for byte as if what is hidden were not there, whatever it asks', async () => {
    const random = seededRandom()
    const differing: string[] = []
    let seenWithRights = 0
    await forEachOf(guestRequests(random, count), async (request) => {
      const { plain, full } = twins
      const [without, beside] = await Promise.all([answerOf(plain, request), answerOf(full, request)])
      if (without !== beside || mentionsSecret(beside, request)) {
        const asked = `${request.method} ${decodeURIComponent(request.path)} ${request.body ?? ''}`
        differing.push(`seed ${random.seed}\n${asked}\n${without}\n---\n${beside}`)
      }
      if (
        request.method === 'GET' &&
        (await answerOf(full, request, full.tokens.viewer)).includes(secretWord)
      ) {
        seenWithRights += 1
      }
    })
    expect(differing.slice(0, 5).join('\n======\n')).toBe('')
    // The questions are such that somebody with rights is shown what is hidden.
    expect(seenWithRights).toBeGreaterThan(count / 20)
  }, 240_000)
})

/** Errors and queries come back as they were sent; everything else must not know the word. */
function mentionsSecret(answer: string, { path, body = '' }: { path: string; body?: string }): boolean {
  const asked = decodeURIComponent(path.replaceAll('+', ' ')) + body
  return !asked.includes(secretWord) && answer.includes(secretWord)
}
