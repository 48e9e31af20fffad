const en = {
  since: 'Since this was first published',
  headline: 'Headline before',
  standfirst: 'Summary before',
  sectionAdded: 'Added',
  sectionRemoved: 'Taken out',
  sectionReworded: 'Reworded',
  pointAdded: 'Added',
  pointRemoved: 'Taken out',
  pointReworded: 'Reworded',
  before: 'Before',
  standings: {
    confirmed: 'confirmed',
    claimed: 'claimed',
    disputed: 'disputed',
    unverified: 'unverified',
  },
  standing: (from: string, to: string) => `From ${from} to ${to}`,
}

const fr: typeof en = {
  since: 'Depuis la première publication',
  headline: 'Ancien titre',
  standfirst: 'Ancien chapeau',
  sectionAdded: 'Ajout',
  sectionRemoved: 'Retrait',
  sectionReworded: 'Reformulation',
  pointAdded: 'Ajout',
  pointRemoved: 'Retrait',
  pointReworded: 'Reformulation',
  before: 'Avant',
  standings: {
    confirmed: 'confirmé',
    claimed: 'selon une partie',
    disputed: 'contesté',
    unverified: 'non vérifié',
  },
  standing: (from, to) => `De «\u00a0${from}\u00a0» à «\u00a0${to}\u00a0»`,
}

/** What became different in an article since it was published first. */
export const changeWords = { en, fr }
