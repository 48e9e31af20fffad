import type { LakeContext } from '../context.ts'
import { purgeHistories } from '../store/purges.ts'
import { openReleaseClock } from './releaseClock.ts'

const purgeEvery = 60_000

/** What the lake does by itself: scheduled releases, and purges that had to wait for webhooks or for a restart. */
export function openSchedule(context: LakeContext) {
  const releases = openReleaseClock(context)
  const purge = () => {
    try {
      purgeHistories(context.database)
    } catch (error) {
      context.log.error({ err: error }, 'histories could not be purged; they are tried again in a while')
    }
  }
  purge()
  const timer = setInterval(purge, purgeEvery)
  timer.unref()
  return {
    close: () => {
      clearInterval(timer)
      releases.close()
    },
  }
}
