const en = {
  menu: 'Menu',
  search: 'Search',
  /** The small field of every page, told apart from the large one of the search page. */
  quickSearch: 'Quick search',
  saved: 'Saved',
  edition: 'English edition',
  /** For the day of today, which the browser writes. */
  locale: 'en-GB',
  /** What a press of the button leads on from. */
  themes: {
    system: 'Colours: as on your device',
    light: 'Colours: light',
    dark: 'Colours: dark',
  },
  share: 'Share',
  copied: 'The link is copied.',
  save: 'Save',
  savedNow: 'Saved. You will find it under “Saved”, offline too.',
  savedNoMore: 'Removed from your saved articles.',
  sinceVisit: {
    line: 'Since your last visit, marked below: {added} new, {changed} changed.',
    added: 'New',
    changed: 'Changed',
    dismiss: 'Hide the marks',
  },
  suggestions: 'Suggestions',
  suggestionKinds: {
    article: 'Article',
    country: 'Country',
    topic: 'Topic',
    story: 'Story',
    category: 'Section',
    author: 'Author',
  },
  savedPage: {
    heading: 'Saved articles',
    standfirst:
      'Kept in this browser alone, and there to be read offline. Nobody else can see them, not even us.',
    scriptless: 'Saving needs JavaScript, which is switched off in this browser. A bookmark will do instead.',
    empty: 'You have not saved anything yet. Press “Save” under a headline, and the article is kept here.',
    offline: 'You are offline, and the page you asked for is not saved in this browser.',
    remove: 'Remove',
    clear: 'Remove all',
  },
}

const fr: typeof en = {
  menu: 'Menu',
  search: 'Rechercher',
  quickSearch: 'Recherche rapide',
  saved: 'Enregistrés',
  edition: 'Édition française',
  locale: 'fr-FR',
  themes: {
    system: 'Couleurs\u00a0: celles de l’appareil',
    light: 'Couleurs\u00a0: claires',
    dark: 'Couleurs\u00a0: sombres',
  },
  share: 'Partager',
  copied: 'Le lien est copié.',
  save: 'Enregistrer',
  savedNow: 'Enregistré. Vous le retrouverez sous «\u00a0Enregistrés\u00a0», même hors connexion.',
  savedNoMore: 'Retiré des articles enregistrés.',
  sinceVisit: {
    line: 'Signalé ci-dessous depuis votre dernière visite\u00a0: nouveautés, {added}\u202f; modifications, {changed}.',
    added: 'Nouveau',
    changed: 'Modifié',
    dismiss: 'Masquer ces repères',
  },
  suggestions: 'Suggestions',
  suggestionKinds: {
    article: 'Article',
    country: 'Pays',
    topic: 'Thème',
    story: 'Dossier',
    category: 'Rubrique',
    author: 'Auteur',
  },
  savedPage: {
    heading: 'Articles enregistrés',
    standfirst:
      'Conservés dans ce seul navigateur, lisibles aussi hors connexion. Personne d’autre ne les connaît, pas même nous.',
    scriptless:
      'L’enregistrement a besoin de JavaScript, désactivé dans ce navigateur. Un marque-page rend le même service.',
    empty:
      'Vous n’avez encore rien enregistré. Le bouton «\u00a0Enregistrer\u00a0», sous chaque titre, garde l’article ici.',
    offline: 'Vous êtes hors connexion, et la page demandée n’est pas enregistrée dans ce navigateur.',
    remove: 'Retirer',
    clear: 'Tout retirer',
  },
}

/** What a reader does with a page: search, save, share, choose colours, come back. */
export const readerWords = { en, fr }
