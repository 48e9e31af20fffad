const en = {
  kinds: {
    development: 'Development',
    background: 'Background',
    aims: 'Aims',
    response: 'Response',
    mediation: 'Mediation',
    impact: 'Impact',
    whatNext: 'What next',
  },
  /** What is confirmed is not marked. */
  standings: { claimed: 'Claimed', disputed: 'Disputed', unverified: 'Unverified' },
  /** Stands before a date, which may be a month or a year alone. */
  asOf: (_exactDay: boolean) => 'as of',
  link: 'Link to this point',
  source: (number: number) => `Source ${number}`,
}

const fr: typeof en = {
  kinds: {
    development: 'Les faits',
    background: 'Le contexte',
    aims: 'Les objectifs',
    response: 'Les réactions',
    mediation: 'La médiation',
    impact: 'Les conséquences',
    whatNext: 'La suite',
  },
  standings: { claimed: 'Selon une partie', disputed: 'Contesté', unverified: 'Non vérifié' },
  asOf: (exactDay) => (exactDay ? 'au' : 'en'),
  link: 'Lien vers ce point',
  source: (number) => `Source ${number}`,
}

/** Sections of key points, and how sure each point is. */
export const keyPointWords = { en, fr }
