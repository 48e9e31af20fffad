import { EventEmitter } from 'node:events'
import { pino } from 'pino'
import type { CommittedTransaction, LakeContext } from '../../../lake/context.ts'
import { announce } from '../../../lake/mutations/announce.ts'

const transaction = (transactionId: string): CommittedTransaction => ({
  dataset: 'production',
  transactionId,
  changes: [],
})

function openBus() {
  const bus: LakeContext['bus'] = new EventEmitter()
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => lines.push(line) })
  return { bus, lines, tell: (id: string) => announce({ bus, log }, transaction(id)) }
}

describe('telling what was committed', () => {
  it('reaches the others when one of them fails, and spoils nothing for the one who committed', () => {
    const { bus, lines, tell } = openBus()
    const heard: string[] = []
    bus.on('transaction', () => {
      throw new Error('a listener without sense')
    })
    bus.on('transaction', ({ transactionId }) => heard.push(transactionId))
    tell('one')
    expect(heard).toEqual(['one'])
    expect(lines.join()).toContain('a listener without sense')
  })

  it('keeps the order of the log for everybody, also when a listener commits something itself', () => {
    const { bus, tell } = openBus()
    const heard: string[] = []
    bus.on('transaction', ({ transactionId }) => {
      if (transactionId === 'one') tell('two')
    })
    bus.on('transaction', ({ transactionId }) => heard.push(transactionId))
    tell('one')
    tell('three')
    expect(heard).toEqual(['one', 'two', 'three'])
  })

  it('ends for whoever wanted to be told once', () => {
    const { bus, tell } = openBus()
    let times = 0
    bus.once('transaction', () => {
      times += 1
    })
    tell('one')
    tell('two')
    expect(times).toBe(1)
  })
})
