import { serveLake } from '../../../lake/http/server.ts'
import { openLake } from '../../../lake/openLake.ts'
import { parseSettings } from '../../../lake/settings.ts'

/**
 * A lake as `lake/main.ts` runs it, whose database its parent may keep from growing: 'full' and 'room' are
 * what it is told. For systems that offer no small disk.
 */
const settings = parseSettings(process.env)
const lake = openLake(settings)
const served = await serveLake(lake, { port: settings.port, host: settings.host })
const { database } = lake.context

process.on('message', (told) => {
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {}
  database.exec(`PRAGMA max_page_count = ${told === 'full' ? pages : 4_294_967_294}`)
  process.send?.('done')
})
process.on('SIGTERM', async () => {
  await served.close()
  await lake.close()
  process.exit(0)
})
