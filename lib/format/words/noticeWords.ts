const en = {
  missing: {
    label: 'Page not found',
    heading: 'There is nothing at this address',
    explanation: 'The article may have been withdrawn, or the address mistyped. You could go on from here:',
  },
  withdrawn: {
    label: 'Withdrawn',
    article: 'This article has been withdrawn',
    page: 'This page has been withdrawn',
    called: (title: string) => `It was called “${title}”.`,
    since: (day: string) => `It was taken from the site on ${day}.`,
    explanation: 'This note stays so that nobody looks for it in vain. You could go on from here:',
  },
  frontPage: 'The front page',
  countries: 'All countries by region',
  search: 'Search all articles',
}

const fr: typeof en = {
  missing: {
    label: 'Page introuvable',
    heading: 'Il n’y a rien à cette adresse',
    explanation:
      'L’article a peut-être été retiré, ou l’adresse est mal saisie. Vous pouvez poursuivre ici\u00a0:',
  },
  withdrawn: {
    label: 'Retrait',
    article: 'Cet article a été retiré',
    page: 'Cette page a été retirée',
    called: (title) => `Son titre était «\u00a0${title}\u00a0».`,
    since: (day) => `Retrait du site le ${day}.`,
    explanation: 'Cette note reste pour que personne ne cherche en vain. Vous pouvez poursuivre ici\u00a0:',
  },
  frontPage: 'La une',
  countries: 'Tous les pays, par région',
  search: 'Chercher dans tous les articles',
}

/** What a reader is told where a page should be. */
export const noticeWords = { en, fr }
