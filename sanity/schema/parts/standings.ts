export const standings = [
  { title: 'Confirmed: we know it, or two independent sources do', value: 'confirmed' },
  { title: 'Claimed: somebody says so (name them)', value: 'claimed' },
  { title: 'Disputed: the parties say different things', value: 'disputed' },
  { title: 'Unverified: reported, not checked yet', value: 'unverified' },
] as const

/** The standing's one word, for previews: "Claimed". */
export function standingTitle(standing: unknown): string | undefined {
  return standings.find(({ value }) => value === standing)?.title.split(':')[0]
}
