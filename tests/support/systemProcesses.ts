import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface SystemProcess {
  pid: number
  parent: number
  /** Seconds that it has computed. */
  computed: number
  /** Bytes of memory that it has. */
  resident: number
  command: string
}

/** What runs on this machine. One that has ended and whom nobody has asked for yet is not among them. */
export async function listProcesses(): Promise<SystemProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=,time=,rss=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state = '', time = '', kilobytes, command = ''] =
      /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (pid === undefined || state.startsWith('Z')) return []
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        computed: secondsOf(time),
        resident: 1024 * Number(kilobytes),
        command,
      },
    ]
  })
}

/** Those of the given processes that are still there. */
export async function stillRunning(pids: readonly number[]): Promise<number[]> {
  const running = await listProcesses()
  return pids.filter((wanted) => running.some(({ pid }) => pid === wanted))
}

function secondsOf(time: string): number {
  return time.split(/[:-]/).reduce((sum, part) => 60 * sum + Number(part), 0)
}
