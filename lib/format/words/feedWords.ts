const en = {
  titleOf: (site: string, list: string) => `${site}: ${list}`,
  articlesAbout: (list: string, site: string) => `The newest articles about ${list} from ${site}.`,
  articlesIn: (list: string, site: string) => `The newest articles in ${list} from ${site}.`,
  articlesBy: (name: string, site: string) => `The newest articles by ${name} from ${site}.`,
  newestOf: (site: string) => `The newest articles from ${site}.`,
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
}

const fr: typeof en = {
  titleOf: (site, list) => `${site}\u00a0: ${list}`,
  articlesAbout: (list, site) => `Les derniers articles de ${site} sur le sujet «\u00a0${list}\u00a0».`,
  articlesIn: (list, site) => `Les derniers articles de ${site} dans la rubrique «\u00a0${list}\u00a0».`,
  articlesBy: (name, site) => `Les derniers articles de ${name} dans ${site}.`,
  newestOf: (site) => `Les derniers articles de ${site}.`,
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
}

/** Feeds, and what else leaves the site for other programs to read. */
export const feedWords = { en, fr }
