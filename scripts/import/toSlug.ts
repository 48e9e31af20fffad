const longest = 96

/** "Türkiye’s vote: what next?" → `turkiyes-vote-what-next`, cut between words. */
export function toSlug(headline: string): string {
  const plain = headline
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (plain.length <= longest) return plain
  return plain.slice(0, longest + 1).replace(/-[^-]*$/, '')
}
