const en = {
  since: 'Since this was first published',
  headline: 'The headline was changed',
  standfirst: 'The summary was changed',
  sectionAdded: 'Added',
  sectionRemoved: 'A section was removed',
  sectionReworded: 'Reworded',
  pointAdded: 'Added',
  pointRemoved: 'A point was removed',
  pointReworded: 'Reworded',
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
  headline: 'Le titre a été modifié',
  standfirst: 'Le chapeau a été modifié',
  sectionAdded: 'Ajout',
  sectionRemoved: 'Une partie a été retirée',
  sectionReworded: 'Reformulation',
  pointAdded: 'Ajout',
  pointRemoved: 'Un point a été retiré',
  pointReworded: 'Reformulation',
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
