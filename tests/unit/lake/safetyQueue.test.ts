import { QueryQueue, type Taken } from '../../../lake/groq/queryQueue.ts'

interface Task {
  caller: string
  query: string
}

let now = 0
const open = () => {
  now = 0
  return new QueryQueue<Task>(() => now)
}
const add = (queue: QueryQueue<Task>, caller: string, ...queries: string[]) => {
  for (const query of queries) queue.add({ caller, query })
}
const take = (queue: QueryQueue<Task>, processes = 2): Taken<Task> => {
  const taken = queue.take(processes)
  if (!taken) throw new Error('nothing was handed out')
  return taken
}
/** Makes a text known as quick. */
const getToKnow = (queue: QueryQueue<Task>, query: string) => {
  add(queue, 'somebody', query)
  take(queue).done({ stopped: false })
}

describe('queries that wait for a process', () => {
  it('are answered caller by caller, however many one has', () => {
    const queue = open()
    add(queue, 'a', 'a1', 'a2', 'a3')
    add(queue, 'b', 'b1')
    const order = Array.from({ length: 4 }, () => {
      const { task, done } = take(queue)
      now += 500
      done({ stopped: false })
      return task.query
    })
    expect(order).toEqual(['a1', 'b1', 'a2', 'a3'])
    expect(queue.length).toBe(0)
  })

  it('leave a process to others when a caller asks what nobody has asked before', () => {
    const queue = open()
    add(queue, 'a', 'a1', 'a2')
    take(queue)
    expect(queue.take(2)).toBeUndefined()
    add(queue, 'b', 'b1')
    expect(take(queue).task.query).toBe('b1')
    expect(queue.length).toBe(1)
  })

  it('may take all processes when they were quick before', () => {
    const queue = open()
    getToKnow(queue, 'quick')
    add(queue, 'a', 'quick', 'quick', 'quick')
    for (let process = 0; process < 3; process += 1) expect(take(queue).task.query).toBe('quick')
  })

  it('go before heavier ones of the same caller when they were quick before', () => {
    const queue = open()
    getToKnow(queue, 'quick')
    add(queue, 'a', 'bomb', 'another bomb', 'quick')
    expect(take(queue).task.query).toBe('quick')
  })

  it('are passed over by quick ones of the same caller for a moment only, however many of those there are', () => {
    const queue = open()
    getToKnow(queue, 'quick')
    add(queue, 'a', 'other', 'quick')
    expect(take(queue).task.query).toBe('quick')
    now += 101
    add(queue, 'a', 'quick', 'quick')
    expect(take(queue).task.query).toBe('other')
    // One process at most: the next is again for what is quick.
    add(queue, 'a', 'another')
    now += 101
    expect(take(queue).task.query).toBe('quick')
  })

  it('are not quick for having been slow', () => {
    const queue = open()
    add(queue, 'a', 'slow')
    const { done } = take(queue)
    now += 101
    done({ stopped: false })
    add(queue, 'a', 'slow', 'slow')
    take(queue)
    expect(queue.take(2)).toBeUndefined()
  })

  it('are known as quick when only their process took its time to start', () => {
    const queue = open()
    add(queue, 'a', 'first')
    const first = take(queue)
    now += 5_000
    first.began()
    now += 10
    first.done({ stopped: false })
    add(queue, 'b', 'heavy', 'first')
    expect(take(queue).task.query).toBe('first')
  })

  it('do not get the last free process from a caller whose query was stopped, for half a minute', () => {
    const queue = open()
    add(queue, 'bomber', 'bomb')
    take(queue).done({ stopped: true })
    expect(queue.isSuspect('bomber')).toBe(true)
    add(queue, 'reader', 'long')
    const { done } = take(queue)
    add(queue, 'bomber', 'another bomb')
    expect(queue.take(2)).toBeUndefined()
    done({ stopped: false })
    expect(take(queue).task.query).toBe('another bomb')
    now += 30_000
    expect(queue.isSuspect('bomber')).toBe(false)
  })

  it('do not get the last free process for a text that was stopped, whoever sends it', () => {
    const queue = open()
    add(queue, 'first', 'bomb')
    take(queue).done({ stopped: true })
    add(queue, 'reader', 'long')
    take(queue)
    add(queue, 'second', 'bomb')
    expect(queue.take(2)).toBeUndefined()
    add(queue, 'second', 'something else')
    expect(take(queue).task.query).toBe('something else')
  })

  it('are all answered by a single process, too', () => {
    const queue = open()
    add(queue, 'a', 'bomb', 'a2')
    add(queue, 'b', 'b1')
    const order: string[] = []
    for (let next = queue.take(1); next; next = queue.take(1)) {
      order.push(next.task.query)
      next.done({ stopped: next.task.query === 'bomb' })
    }
    expect(order).toEqual(['bomb', 'b1', 'a2'])
  })

  it('can be taken back', () => {
    const queue = open()
    const task = { caller: 'a', query: 'a1' }
    queue.add(task)
    queue.remove(task)
    queue.remove(task)
    expect(queue.length).toBe(0)
    expect(queue.take(2)).toBeUndefined()
    add(queue, 'a', 'a1')
    add(queue, 'b', 'b1')
    expect(queue.removeAll()).toHaveLength(2)
    expect(queue.length).toBe(0)
  })
})
