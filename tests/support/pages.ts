import { getNewsroom } from './sharedNewsroom.ts'

/** A page of each kind in the demonstration newsroom. */
export const pages = {
  front: '/',
  article: '/articles/azerbaijan-launches-operation-in-nagorno-karabakh',
  category: '/categories/conflict',
  country: '/countries/armenia',
  countries: '/countries',
  latest: '/latest/2',
  topic: '/topics/nagorno-karabakh',
  author: '/authors/ines-halloran',
  archive: '/archive',
  archiveMonth: '/archive/2023/09',
  corrections: '/corrections',
  stories: '/stories',
  story: '/stories/south-caucasus',
  relation: '/countries/armenia/azerbaijan',
  search: '/search?q=armenia',
  searchStart: '/search',
  nothingFound: '/search?q=zzyzx',
  saved: '/saved',
  standing: '/about',
  rightToLeft: '/articles/zilzal-turkiya-wa-suriya',
  french: '/articles/coup-d-etat-au-niger-ultimatum-de-la-cedeao',
} as const

export const siteUrl = (path: string) => `${getNewsroom().siteUrl}${path}`
