import { readFile } from 'node:fs/promises'

/** What a process has used so far. */
export interface ProcessFigures {
  /** MB, the most that it has held at once. */
  peakMemory: number
  /** Seconds of processor time, the system's for it included. */
  cpu: number
}

/** The clock of `/proc` ticks a hundred times a second wherever Node runs. */
const ticksInSecond = 100

/** Linux only; undefined for a process that is gone. */
export async function figuresOf(pid: number): Promise<ProcessFigures | undefined> {
  try {
    const [status, stat] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ])
    const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1])
    // The name of the process, in brackets, may hold blanks; user and system time are the 14th and 15th field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { peakMemory: kilobytes / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / ticksInSecond }
  } catch {
    return undefined
  }
}
