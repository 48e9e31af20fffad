const en = {
  archive: 'Archive',
  archiveStandfirst: 'Everything we have published, month by month.',
  archiveOf: (month: string) => `Archive: ${month}`,
  archiveEmpty: 'Nothing has been published yet.',
  months: (year: string) => `Months of ${year}`,
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  corrections: 'Corrections',
  correctionsStandfirst:
    'What we got wrong, what could be misread, and where the facts have moved on: every note under our articles, newest first.',
  correctionsEnd: 'These are the newest notes. Every note stays under its article and is never removed.',
  correctionsEmpty: 'No article has been corrected so far.',
  latest: 'Latest',
  latestStandfirst: 'Everything we have published, newest first.',
  page: (number: number) => `page ${number}`,
  titleOfPage: (title: string, number: number) => `${title}, page ${number}`,
  olderInArchive: 'Older articles are in the archive, month by month.',
  section: 'Section',
  topic: 'Topic',
  topics: 'Topics',
  author: 'Author',
  links: (name: string) => `${name} elsewhere`,
  articlesBy: (name: string) => `Articles by ${name}`,
  nothingYet: 'There are no articles here yet. The first will appear as soon as it is published.',
  by: 'By',
  /** Stands before a running story's title. */
  partOf: 'Part of:',
  subcategories: (category: string) => `Within ${category}`,
}

const fr: typeof en = {
  archive: 'Archives',
  archiveStandfirst: 'Tout ce que nous avons publié, mois par mois.',
  archiveOf: (month) => `Archives\u00a0: ${month}`,
  archiveEmpty: 'Rien n’a encore été publié.',
  months: (year) => `Mois de ${year}`,
  previousMonth: 'Mois précédent',
  nextMonth: 'Mois suivant',
  corrections: 'Rectificatifs',
  correctionsStandfirst:
    'Nos erreurs, ce qui pouvait être mal compris et ce qui a changé depuis\u00a0: toutes les notes de nos articles, de la plus récente à la plus ancienne.',
  correctionsEnd:
    'Voici les notes les plus récentes. Toutes figurent sous leurs articles, d’où elles ne sont jamais retirées.',
  correctionsEmpty: 'Aucun article n’a été rectifié à ce jour.',
  latest: 'En continu',
  latestStandfirst: 'Tout ce que nous avons publié, du plus récent au plus ancien.',
  page: (number) => `page ${number}`,
  titleOfPage: (title, number) => `${title}, page ${number}`,
  olderInArchive: 'Les articles plus anciens sont dans les archives, mois par mois.',
  section: 'Rubrique',
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
