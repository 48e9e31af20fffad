const en = {
  titleOf: (site: string, list: string) => `${site}: ${list}`,
  articlesAbout: (list: string, site: string) => `The newest articles about ${list} from ${site}.`,
  articlesIn: (list: string, site: string) => `The newest articles in ${list} from ${site}.`,
  articlesBy: (name: string, site: string) => `The newest articles by ${name} from ${site}.`,
  newestOf: (site: string) => `The newest articles from ${site}.`,
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
  sitemap: 'Sitemap',
  liteVersion: 'Lite version: no pictures, no script',
  fullVersion: 'Full version',
  picture: 'Picture',
  pictureOf: (what: string) => `Picture: ${what}`,
  forPrograms: 'For other programs',
  markdownNote:
    'Every article is also available as Markdown, with the standing and the sources of each point: add .md to its address. Every list has feeds: add /feed.json, /feed.xml or /atom.xml to its address.',
}

const fr: typeof en = {
  titleOf: (site, list) => `${site}\u00a0: ${list}`,
  articlesAbout: (list, site) => `Les derniers articles de ${site} sur le sujet «\u00a0${list}\u00a0».`,
  articlesIn: (list, site) => `Les derniers articles de ${site} dans la rubrique «\u00a0${list}\u00a0».`,
  articlesBy: (name, site) => `Les derniers articles de ${name} sur ${site}.`,
  newestOf: (site) => `Les derniers articles de ${site}.`,
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
  sitemap: 'Plan du site',
  liteVersion: 'Version légère\u00a0: sans images ni script',
  fullVersion: 'Version complète',
  picture: 'Image',
  pictureOf: (what) => `Image\u00a0: ${what}`,
  forPrograms: 'Pour d’autres programmes',
  markdownNote:
    'Chaque article existe aussi en Markdown, avec le degré de certitude et les sources de chaque point\u00a0: ajoutez .md à son adresse. Chaque liste a ses flux\u00a0: ajoutez /feed.json, /feed.xml ou /atom.xml à son adresse.',
}

/** Feeds, and what else leaves the site for other programs to read. */
export const feedWords = { en, fr }
