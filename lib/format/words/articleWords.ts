const en = {
  /** Stands before the moment. */
  updated: 'Updated',
  readingTime: (minutes: number) => `${minutes} min read`,
  contents: 'In this article',
  countries: 'Countries in this article',
  pictures: 'Pictures',
  timeline: 'Timeline',
  table: 'Table',
  watchOn: (provider: string) => `Watch on ${provider}`,
  /** Stands between two countries. */
  and: 'and',
  whatChanged: 'What changed',
  corrections: { correction: 'Correction', clarification: 'Clarification', update: 'Update' },
  /** Stands between the moment of a correction and its text, before a space. */
  colon: ':',
  sources: 'Sources',
  /** Stands before the date on which a source was read, which may be a month or a year alone. */
  read: (_exactDay: boolean) => 'read',
  moreFrom: (category: string) => `More from ${category}`,
  related: 'Related',
  /** Why another article stands beside this one; `names` are listed already. */
  reasons: {
    pinned: () => 'Chosen by our editors',
    story: () => 'From the same story',
    countries: (names: string) => `Also about ${names}`,
    topic: (names: string) => `More on ${names}`,
    category: (names: string) => `More from ${names}`,
  },
}

const fr: typeof en = {
  updated: 'Mis à jour le',
  readingTime: (minutes) => `Temps de lecture\u00a0: ${minutes}\u00a0min`,
  contents: 'Dans cet article',
  countries: 'Les pays de cet article',
  pictures: 'En images',
  timeline: 'Chronologie',
  table: 'Tableau',
  watchOn: (provider) => `Voir sur ${provider}`,
  and: 'et',
  whatChanged: 'Ce qui a changé',
  corrections: { correction: 'Rectificatif', clarification: 'Précision', update: 'Mise à jour' },
  colon: '\u00a0:',
  sources: 'Sources',
  read: (exactDay) => (exactDay ? 'consulté le' : 'consulté en'),
  moreFrom: (category) => `Dans la même rubrique\u00a0: ${category}`,
  related: 'À lire aussi',
  reasons: {
    pinned: () => 'Choisi par la rédaction',
    story: () => 'Dans le même dossier',
    countries: (names) => `À lire aussi\u00a0: ${names}`,
    topic: (names) => `Sur le même sujet\u00a0: ${names}`,
    category: (names) => `Dans la même rubrique\u00a0: ${names}`,
  },
}

/** An article and what stands around it. */
export const articleWords = { en, fr }
