const en = {
  label: 'Relations',
  /** Stands between two countries. */
  heading: (first: string, second: string) => `${first} and ${second}`,
  description: (first: string, second: string) =>
    `What ${first} and ${second} are to each other: the history in dated events, and our articles about both.`,
  map: (first: string, second: string) => `Map: where ${first} and ${second} lie`,
  timeline: 'How it came to this',
  articles: 'Articles about both',
  noEvents: 'No events have been recorded yet.',
  noArticles: 'We have not published an article about both countries yet.',
  more: (first: string, second: string) => `${first} and ${second}: the full history`,
}

const fr: typeof en = {
  label: 'Relations',
  heading: (first, second) => `${first} et ${second}`,
  description: (first, second) =>
    `Ce que ${first} et ${second} sont l’un pour l’autre\u00a0: l’histoire en dates, et nos articles sur les deux.`,
  map: (first, second) => `Carte\u00a0: ${first} et ${second}`,
  timeline: 'Comment on en est arrivé là',
  articles: 'Articles sur les deux pays',
  noEvents: 'Aucun événement n’a encore été saisi.',
  noArticles: 'Aucun article sur ces deux pays n’est encore publié.',
  more: (first, second) => `${first} et ${second}\u00a0: toute l’histoire`,
}

/** What two countries are to each other. */
export const relationWords = { en, fr }
