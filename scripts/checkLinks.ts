import { startNewsroom } from '../tests/support/newsroom.ts'
import { buildIfStale, portalBuild, studioBuild } from './build/builds.ts'
import { type CheckedSite, checkLinks } from './links/checkLinks.ts'
import { ClearError, endWith } from './setup/clearError.mjs'

const usage = `Usage: npm run check:links [-- SITE [ASSETS...]]
  Follows every link of the site from its front and says which are dead, with the page on which they stand.
  Without SITE a demonstration newsroom is built, filled and served for it. ASSETS are addresses of pictures elsewhere,
  such as http://localhost:3333 for a lake.
  --external   also lists the addresses of other sites; only their form is looked at`

try {
  await main(process.argv.slice(2))
} catch (error) {
  endWith(error)
}

async function main(words: string[]): Promise<void> {
  const addresses = words.filter((word) => !word.startsWith('--'))
  const unknown = words.filter((word) => word.startsWith('--') && word !== '--external')
  if (unknown.length > 0 || addresses.some((address) => !URL.canParse(address))) throw new ClearError(usage)
  const [siteUrl, ...assets] = addresses
  const checked = siteUrl === undefined ? await checkDemonstration() : await checkLinks(siteUrl, assets)
  print(checked, words.includes('--external'))
  if (checked.dead.length > 0) process.exitCode = 1
}

async function checkDemonstration(): Promise<CheckedSite> {
  await buildIfStale(studioBuild())
  await buildIfStale(portalBuild())
  const newsroom = await startNewsroom()
  try {
    return await checkLinks(newsroom.siteUrl, [newsroom.studioUrl])
  } finally {
    await newsroom.close()
  }
}

function print({ pages, files, dead, external }: CheckedSite, withExternal: boolean): void {
  if (withExternal) for (const [address, page] of external) console.log(`elsewhere: ${address} (on ${page})`)
  for (const { link, reason, page } of dead) console.log(`dead: ${link} ${reason} (on ${page})`)
  console.log(
    `${pages} pages and ${files} files, ${external.size} addresses elsewhere: ${dead.length === 0 ? 'no dead link' : `${dead.length} dead links`}.`,
  )
}
