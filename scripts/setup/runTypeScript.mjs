import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { endWith } from './clearError.mjs'
import { findNode, isNewEnough } from './node24.mjs'
import { onOrphaned } from './onOrphaned.mjs'
import { root } from './root.mjs'

/** Goes on with a TypeScript file of ours, in this process where its Node can, else in one that can. */
export async function continueWith(file, args) {
  if (!isNewEnough()) return runTypeScript(file, args)
  const path = resolve(root, file)
  process.argv = [process.execPath, path, ...args]
  await import(pathToFileURL(path).href)
}

/** Runs a TypeScript file under Node 24 and ends with its exit code. Signals are passed on to it. */
export function runTypeScript(file, args) {
  try {
    const child = spawn(findNode(), [resolve(root, file), ...args], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    onOrphaned(() => child.kill('SIGTERM'))
    child.once('error', endWith)
    child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
  } catch (error) {
    endWith(error)
  }
}
