import { isForbiddenPort } from '../../../sanity/forbiddenPorts.ts'

/** What `fetch` says at once of a port that it may not ask. */
const refusalOf = (port: number): Promise<string> =>
  fetch(`http://127.0.0.1:${port}`, { method: 'HEAD' }).then(
    ({ status }) => `an answer, ${status}`,
    (error: Error) => String(error.cause),
  )

describe('the ports that browsers refuse', () => {
  it('are those that the fetch of Node refuses', async () => {
    const ports = Array.from({ length: 65_535 }, (_, index) => index + 1).filter(isForbiddenPort)
    expect(ports).toHaveLength(82)
    expect(new Set(await Promise.all(ports.map(refusalOf)))).toEqual(new Set(['Error: bad port']))
  })

  it.each([80, 443, 3000, 3333, 8080])('are not %d', (port) => {
    expect(isForbiddenPort(port)).toBe(false)
  })
})
