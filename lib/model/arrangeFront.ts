import type { StoredFrontBlock } from '../../sanity/queries/front.ts'

/** How many articles a block of each layout shows at most. */
export const TEASERS_SHOWN: Record<StoredFrontBlock['layout'], number> = {
  fourUp: 4,
  leadAndThree: 4,
  list: 6,
  map: 6,
  story: 3,
}
const LATEST_SHOWN = 8
const SECONDARY_SHOWN = 2

/** What an editor chose, and the newest articles of each rule; all by id and newest first. */
export interface FrontChoices {
  lead: string | undefined
  secondary: string[]
  latest: string[]
  blocks: { layout: StoredFrontBlock['layout']; handPicked: string[]; newest: string[] }[]
}

export interface FrontArrangement {
  lead: string | undefined
  secondary: string[]
  latest: string[]
  /** In the order of the blocks. */
  blocks: string[][]
}

/**
 * Gives every article one place on the front at most. What an editor placed by hand comes first, then the lead
 * and the seconds that nobody chose, then blocks by rule from the top. The latest are headlines in the order of
 * the clock: they leave out only the lead and the seconds, beside which they stand.
 */
export const arrangeFront = (choices: FrontChoices, isShown: (id: string) => boolean): FrontArrangement => {
  const placed = new Set<string>()
  const take = (ids: string[], limit: number) => {
    const taken = [...new Set(ids)].filter((id) => isShown(id) && !placed.has(id)).slice(0, limit)
    for (const id of taken) placed.add(id)
    return taken
  }
  const chosenLead = take(choices.lead === undefined ? [] : [choices.lead], 1)
  const chosenSecondary = take(choices.secondary, SECONDARY_SHOWN)
  const handPicked = choices.blocks.map((block) => take(block.handPicked, TEASERS_SHOWN[block.layout]))
  const lead = chosenLead[0] ?? take(choices.latest, 1)[0]
  const secondary = [...chosenSecondary, ...take(choices.latest, SECONDARY_SHOWN - chosenSecondary.length)]
  const blocks = choices.blocks.map((block, index) => {
    const chosen = handPicked[index] ?? []
    return [...chosen, ...take(block.newest, TEASERS_SHOWN[block.layout] - chosen.length)]
  })
  const above = new Set([lead, ...secondary])
  const latest = choices.latest.filter((id) => isShown(id) && !above.has(id)).slice(0, LATEST_SHOWN)
  return { lead, secondary, latest, blocks }
}
