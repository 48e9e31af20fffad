const en = {
  heading: 'Our coverage',
  title: (country: string) => `Articles about ${country} by month`,
  between: (first: string, last: string) => `Articles a month, ${first} to ${last}`,
  month: 'Month',
  articles: 'Articles',
  standfirst: 'Checked facts, and what we report, country by country.',
  regions: 'Regions',
  atlasTitle: 'Map: the countries in our articles',
  legend: 'Articles about a country',
}

const fr: typeof en = {
  heading: 'Notre couverture',
  title: (country) => `${country}\u00a0: articles par mois`,
  between: (first, last) => `Articles par mois, de ${first} à ${last}`,
  month: 'Mois',
  articles: 'Articles',
  standfirst: 'Des faits vérifiés et ce que nous rapportons, pays par pays.',
  regions: 'Régions',
  atlasTitle: 'Carte\u00a0: les pays de nos articles',
  legend: 'Articles sur un pays',
}

/** How much is written about countries: the chart on a country's page and the map of the atlas. */
export const coverageWords = { en, fr }
