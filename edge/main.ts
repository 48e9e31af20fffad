import { serveEdge } from './server.ts'
import { readSettings } from './settings.ts'

/** Runs the edge until the process is told to stop. */
async function runEdge(): Promise<void> {
  const { port, nextPort } = readSettings()
  const edge = await serveEdge(port, { nextUrl: `http://127.0.0.1:${nextPort}`, host: `localhost:${port}` })
  process.stdout.write(`The edge is ready on port ${edge.port}, before Next on port ${nextPort}.\n`)
  const stop = () => void edge.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

try {
  await runEdge()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
