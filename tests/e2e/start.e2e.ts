import { findFreePort } from '../../scripts/start/ports.ts'
import { startNewsroom } from '../support/newsroom.ts'
import { waitFor } from '../support/waitFor.ts'

describe('the first start of a newsroom', () => {
  it('shows its first visitor a front that is filled', async () => {
    const port = await findFreePort()
    const firstFront = waitFor(async () => {
      const answer = await fetch(`http://localhost:${port}/`)
      expect(answer.status).toBe(200)
      return answer.text()
    }, 90_000)
    const newsroom = await startNewsroom(port)
    try {
      expect(await firstFront).toContain('Nagorno-Karabakh')
    } finally {
      await newsroom.close()
    }
  }, 120_000)
})
