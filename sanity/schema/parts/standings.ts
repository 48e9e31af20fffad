import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { CommentIcon } from '@sanity/icons/Comment'
import { ErrorOutlineIcon } from '@sanity/icons/ErrorOutline'
import { HelpCircleIcon } from '@sanity/icons/HelpCircle'

const known = [
  {
    value: 'confirmed',
    title: 'Confirmed: we know it, or two independent sources do',
    icon: CheckmarkCircleIcon,
  },
  { value: 'claimed', title: 'Claimed: somebody says so (name them)', icon: CommentIcon },
  { value: 'disputed', title: 'Disputed: the parties say different things', icon: ErrorOutlineIcon },
  { value: 'unverified', title: 'Unverified: reported, not checked yet', icon: HelpCircleIcon },
]

/** For the form's list. */
export const standings = known.map(({ title, value }) => ({ title, value }))

/** How a standing is shown in a preview: its one word and its sign. */
export function previewStanding(standing: unknown) {
  const found = known.find(({ value }) => value === standing)
  return { word: found?.title.split(':')[0], icon: found?.icon }
}
