import { WritersTurns } from '../../../lake/mutations/writersTurns.ts'

/** Timers that stand still until the test moves them. */
function handClock() {
  let now = 0
  const timers = new Map<() => void, number>()
  return {
    schedule: (milliseconds: number, work: () => void) => {
      timers.set(work, now + milliseconds)
      return () => timers.delete(work)
    },
    advance: (milliseconds: number) => {
      now += milliseconds
      for (const [work, at] of timers) {
        if (at > now) continue
        timers.delete(work)
        work()
      }
    },
    waiting: () => timers.size,
  }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

function holdAlone(turns: WritersTurns, done: string[], name: string) {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const ended = turns.alone(async () => {
    done.push(`${name} begins`)
    await held
    done.push(`${name} ends`)
  })
  return { release, ended }
}

describe('turns among writers', () => {
  it('lets one write at once, and of many one at a time in their order', async () => {
    const turns = new WritersTurns(handClock().schedule)
    const done: string[] = []
    const write = (name: string) => turns.beside().then(() => done.push(name))
    void write('first')
    await Promise.resolve().then(() => undefined)
    await Promise.resolve()
    expect(done).toEqual(['first'])
    const all = Promise.all(['second', 'third', 'fourth'].map(write))
    const seen: number[] = []
    while (done.length < 4) {
      seen.push(done.length)
      await soon()
    }
    await all
    expect(done).toEqual(['first', 'second', 'third', 'fourth'])
    // Whoever looks in between finds the lake at every one of them.
    expect(new Set(seen)).toEqual(new Set([1, 2, 3]))
  })

  it('holds others back while one writes alone, and one alone while another does', async () => {
    const done: string[] = []
    const turns = new WritersTurns(handClock().schedule)
    const first = holdAlone(turns, done, 'first')
    const second = holdAlone(turns, done, 'second')
    const beside = turns.beside().then(() => done.push('beside'))
    await soon()
    expect(done).toEqual(['first begins'])
    first.release()
    await soon()
    await soon()
    expect(done).toEqual(['first begins', 'first ends', 'beside', 'second begins'])
    second.release()
    await Promise.all([first.ended, second.ended, beside])
  })

  it('goes on after one that has failed', async () => {
    const turns = new WritersTurns(handClock().schedule)
    await expect(turns.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await turns.beside()
    await expect(turns.alone(async () => 'yes')).resolves.toBe('yes')
  })

  it('lets others on when one writes alone for longer than five seconds', async () => {
    const clock = handClock()
    const done: string[] = []
    const turns = new WritersTurns(clock.schedule)
    const first = holdAlone(turns, done, 'first')
    const beside = turns.beside().then(() => done.push('beside'))
    clock.advance(4_999)
    await soon()
    expect(done).toEqual(['first begins'])
    clock.advance(1)
    await beside
    expect(done).toEqual(['first begins', 'beside'])
    first.release()
    await first.ended
  })

  it('tells one that has waited for fifteen seconds to come again', async () => {
    const clock = handClock()
    const done: string[] = []
    const turns = new WritersTurns(clock.schedule)
    const first = holdAlone(turns, done, 'first')
    const second = holdAlone(turns, done, 'second')
    clock.advance(15_000)
    await expect(second.ended).rejects.toMatchObject({ status: 503 })
    first.release()
    await first.ended
    const third = holdAlone(turns, done, 'third')
    third.release()
    await third.ended
    expect(done).toEqual(['first begins', 'first ends', 'third begins', 'third ends'])
    expect(clock.waiting()).toBe(0)
  })

  it('lets nobody write once the lake stops, whoever waits or has looked already', async () => {
    const done: string[] = []
    const turns = new WritersTurns(handClock().schedule)
    const first = turns.beside().then(() => done.push('first'))
    const second = turns.beside().then(() => done.push('second'))
    await first
    turns.end()
    await expect(second).rejects.toMatchObject({ status: 503 })
    await expect(turns.beside()).rejects.toMatchObject({ status: 503 })
    expect(() => turns.check()).toThrow('The lake is stopping')
    expect(done).toEqual(['first'])
  })
})
