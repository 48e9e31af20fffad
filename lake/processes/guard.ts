import { type ChildProcess, spawn } from 'node:child_process'

/**
 * A process that computes hears of nothing, not even that the lake is gone. So a shell stands by that is told which
 * processes there are; when the lake ends, however it does, their pipe ends too, and the shell ends those that are left.
 */
const standBy = 'trap "" INT TERM HUP; while read -r line; do pids=$line; done; kill -9 $pids 2>/dev/null'

const guarded = new Set<number>()
let shell: ChildProcess | undefined

/** @returns what to call when the process is gone: its number may be given to another one then */
export function guard(pid: number | undefined): () => void {
  if (pid === undefined) return () => {}
  guarded.add(pid)
  shell ??= open()
  tell()
  return () => {
    guarded.delete(pid)
    tell()
    if (guarded.size > 0) return
    shell?.stdin?.end()
    shell = undefined
  }
}

function open(): ChildProcess {
  const env = { NODE_ENV: 'production' as const }
  const opened = spawn('/bin/sh', ['-c', standBy], { stdio: ['pipe', 'ignore', 'ignore'], env })
  const forget = () => {
    if (shell === opened) shell = undefined
  }
  // Where there is no shell, a process ends when its task is done.
  opened.on('error', forget)
  opened.on('exit', forget)
  opened.stdin?.on('error', forget)
  opened.unref()
  return opened
}

function tell(): void {
  shell?.stdin?.write(`${[...guarded].join(' ')}\n`)
}
