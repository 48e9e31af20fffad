const en = {
  stories: 'Stories',
  standfirst: 'What we follow over weeks and years, each as it stands now.',
  empty: 'We are not following any story at the moment.',
  story: 'Running story',
  soFar: 'The story so far',
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  orders: 'Order of the timeline',
  fromStart: (title: string) => `${title}: from the beginning`,
  nothingDated: 'None of its articles has a dated point yet.',
  more: 'The timeline is longer than this page; the articles below tell the rest.',
  countries: 'Countries',
  articles: 'Articles in this story',
  noArticles: 'We have not published an article in this story yet.',
  /** Stands before a date. */
  moved: 'Updated',
  waiting: 'Nothing has been published yet',
  latest: 'Latest:',
  wholeStory: 'The whole story',
}

const fr: typeof en = {
  stories: 'Dossiers',
  standfirst: 'Ce que nous suivons au fil des semaines et des années, dans son état actuel.',
  empty: 'Aucun dossier n’est ouvert en ce moment.',
  story: 'Dossier',
  soFar: 'Le récit jusqu’ici',
  newestFirst: 'Du plus récent au plus ancien',
  oldestFirst: 'Depuis le début',
  orders: 'Ordre de la chronologie',
  fromStart: (title) => `${title}\u00a0: depuis le début`,
  nothingDated: 'Aucun de ses articles n’a encore de point daté.',
  more: 'La chronologie est plus longue que cette page\u202f; les articles ci-dessous racontent le reste.',
  countries: 'Pays',
  articles: 'Les articles du dossier',
  noArticles: 'Aucun article de ce dossier n’est encore publié.',
  moved: 'Mis à jour le',
  waiting: 'Rien n’a encore été publié',
  latest: 'Dernier article\u00a0:',
  wholeStory: 'Tout le dossier',
}

/** Running stories: the list of them, and each one's timeline. */
export const storyWords = { en, fr }
