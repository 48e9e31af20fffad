const en = {
  latest: 'Latest',
  latestStandfirst: 'Everything we have published, the newest first.',
  page: (number: number) => `page ${number}`,
  titleOfPage: (title: string, number: number) => `${title}, page ${number}`,
  olderInArchive: 'What is older is in the archive, month by month.',
  topic: 'Topic',
  topics: 'Topics',
  author: 'Author',
  links: (name: string) => `${name} elsewhere`,
  articlesBy: (name: string) => `Articles by ${name}`,
  nothingYet: 'No article stands here yet. The first will appear as soon as it is published.',
  by: 'By',
  /** Stands before a running story's title. */
  partOf: 'Part of:',
  subcategories: (category: string) => `Within ${category}`,
}

const fr: typeof en = {
  latest: 'En continu',
  latestStandfirst: 'Tout ce que nous avons publié, du plus récent au plus ancien.',
  page: (number) => `page ${number}`,
  titleOfPage: (title, number) => `${title}, page ${number}`,
  olderInArchive: 'Les articles plus anciens sont dans les archives, mois par mois.',
  topic: 'Thème',
  topics: 'Thèmes',
  author: 'Auteur',
  links: (name) => `${name} ailleurs`,
  articlesBy: (name) => `Articles de ${name}`,
  nothingYet: 'Aucun article ici pour l’instant. Le premier paraîtra dès sa publication.',
  by: 'Par',
  partOf: 'Dans le dossier\u00a0:',
  subcategories: (category) => `Dans ${category}`,
}

/** Lists of articles: the latest, topics, authors. */
export const browseWords = { en, fr }
