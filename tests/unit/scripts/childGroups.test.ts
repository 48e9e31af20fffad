import { jest } from '@jest/globals'

it('listens for the end of the process only once a command runs, and then once for all', async () => {
  const on = jest.spyOn(process, 'on')
  const exits = () => on.mock.calls.filter(([event]) => event === 'exit').length
  const { endGroup, spawnGroup } = await import('../../../scripts/setup/childGroups.mjs')
  expect(exits()).toBe(0)
  const children = [1, 2].map(() => spawnGroup('sleep', ['60']))
  expect(exits()).toBe(1)
  await Promise.all(children.map((child) => endGroup(child)))
})
