const en = {
  country: 'Country',
  /** The region of countries that were given none. */
  elsewhere: 'Elsewhere',
  facts: 'Facts',
  factKinds: {
    location: 'Location',
    capital: 'Capital',
    officialLanguage: 'Official language',
    majorReligion: 'Major religion',
    population: 'Population',
    currency: 'Currency',
    government: 'Government',
    area: 'Area',
    notableFor: 'Notable for',
    other: 'Also',
  },
  /** When a fact was checked; the date may be a month or a year alone. */
  checked: (date: string, exactDay: boolean) => `checked ${exactDay ? 'on' : 'in'} ${date}`,
  unlessSaid: ', unless stated otherwise',
  more: (country: string) => `More about ${country}`,
  inTheNews: 'In the news',
  relations: 'Relations',
  articles: (country: string) => `Articles about ${country}`,
  neighbours: 'Neighbours',
  map: (title: string) => `Map: ${title}`,
  locator: (country: string) => `Map: where ${country} lies`,
  around: (country: string, others: string[]) =>
    others.length > 0
      ? `${country} with ${others.join(', ')} around it.`
      : `${country} and its surroundings.`,
  coverage: (country: string, articles: string) => `${country}: ${articles}`,
  description: (country: string) =>
    `${country}: the facts, each with the day it was checked, and the news point by point.`,
  descriptionOfAll: (site: string) => `The countries that ${site} reports on.`,
}

const fr: typeof en = {
  country: 'Pays',
  elsewhere: 'Ailleurs',
  facts: 'Repères',
  factKinds: {
    location: 'Situation',
    capital: 'Capitale',
    officialLanguage: 'Langue officielle',
    majorReligion: 'Religion principale',
    population: 'Population',
    currency: 'Monnaie',
    government: 'Régime politique',
    area: 'Superficie',
    notableFor: 'Connu pour',
    other: 'Et aussi',
  },
  checked: (date, exactDay) => `vérifié ${exactDay ? 'le' : 'en'} ${date}`,
  unlessSaid: ', sauf mention contraire',
  more: (country) => `En savoir plus\u00a0: ${country}`,
  inTheNews: 'Dans l’actualité',
  relations: 'Relations',
  articles: (country) => `Nos articles\u00a0: ${country}`,
  neighbours: 'Pays voisins',
  map: (title) => `Carte\u00a0: ${title}`,
  locator: (country) => `Carte de situation\u00a0: ${country}`,
  around: (country, others) =>
    others.length > 0
      ? `${country}\u202f; autour\u00a0: ${others.join(', ')}.`
      : `${country} et ses environs.`,
  coverage: (country, articles) => `${country}\u00a0: ${articles}`,
  description: (country) =>
    `${country}\u00a0: les repères, chacun avec sa date de vérification, et l’actualité point par point.`,
  descriptionOfAll: (site) => `Les pays couverts par ${site}.`,
}

/** Countries: their list, their pages, their boxes of facts and their maps. */
export const countryWords = { en, fr }
