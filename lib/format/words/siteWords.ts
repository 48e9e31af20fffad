const en = {
  home: 'Home',
  sections: 'Sections',
  allSections: 'All sections',
  countries: 'Countries',
  about: (name: string) => `About ${name}`,
  skipToContent: 'Skip to the content',
  breadcrumb: 'Breadcrumb',
  breaking: 'Breaking',
  breakingNews: 'Breaking news',
  frontPage: 'Front page',
}

const fr: typeof en = {
  home: 'Accueil',
  sections: 'Rubriques',
  allSections: 'Toutes les rubriques',
  countries: 'Pays',
  about: (name) => `À propos de ${name}`,
  skipToContent: 'Aller au contenu',
  breadcrumb: 'Fil d’Ariane',
  breaking: 'Dernière minute',
  breakingNews: 'Information de dernière minute',
  frontPage: 'La une',
}

/** The frame of every page: masthead, foot, the breaking line. */
export const siteWords = { en, fr }
