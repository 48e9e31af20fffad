/** What ended a process: its task took too long or too much memory, it broke, or the lake is being stopped. */
export type DeathCause = 'time' | 'memory' | 'broken' | 'closing'

/** A task has no answer, because the process that had it is gone. Each kind of work says it in words of its own. */
export class ProcessDeath extends Error {
  override readonly name = 'ProcessDeath'
  readonly reason: DeathCause

  /** @param words what the process wrote at its end, for the log */
  constructor(reason: DeathCause, words = '') {
    super(`A process of the lake has ended (${reason}).`, { cause: words || undefined })
    this.reason = reason
  }
}
