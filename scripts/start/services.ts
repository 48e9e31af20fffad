import { answers } from './answers.ts'
import { type Service, startService } from './service.ts'
import type { ServiceCommand } from './serviceProcess.ts'

export interface Services {
  start(command: ServiceCommand): void
  /**
   * Waits until `url` answers with success; rejects as soon as any service has died. One that was waited for is
   * started again when it dies later, unless it does so again and again.
   */
  waitFor(url: string, name: string): Promise<void>
  /** Rejects when a service has died of itself and stays dead; never resolves. */
  readonly failure: Promise<never>
  /** Ends every service, the last started first, each after the one before is gone. */
  stop(): Promise<void>
}

/** The running parts of one newsroom, watched together. `say` tells who is at the terminal what becomes of them. */
export function openServices(
  say: (words: string) => void = (words) => process.stderr.write(words),
): Services {
  const services: Service[] = []
  const { promise: failure, reject: fail } = Promise.withResolvers<never>()
  let isOver = false
  failure.catch(() => {
    isOver = true
  })

  return {
    failure,
    start: (command) => {
      services.push(startService(command, { fail, say }))
    },
    waitFor: async (url, name) => {
      await Promise.race([failure, answers(url, name, () => isOver)])
      services.find((service) => service.name === name)?.keep(url)
    },
    stop: async () => {
      isOver = true
      for (const service of services.reverse()) await service.stop()
    },
  }
}
