import type { NamedKind, SearchPeriod } from '../../model/search.ts'
import { listWords } from './listWords.ts'

type KindWords = Record<NamedKind, (name: string) => string>
type PeriodWords = Record<SearchPeriod, string>

const periods: PeriodWords = {
  day: 'Last 24 hours',
  week: 'Last week',
  month: 'Last month',
  year: 'Last twelve months',
}

const answers: KindWords = {
  country: (name) => `${name}: facts and coverage`,
  story: (name) => `${name}: the story so far`,
  topic: (name) => `${name}: everything on the topic`,
  category: (name) => `${name}: the whole category`,
  author: (name) => `${name}: profile and articles`,
}

const en = {
  description: 'All articles by their words, narrowed by country, topic, author and date.',
  search: 'Search',
  field: 'Search for',
  titleOf: (words: string) => `Search: ${words}`,
  hint: 'Put a phrase in “quotation marks” to find it exactly; put a minus before a word to leave it out.',
  found: (count: number, isMore: boolean, words: string) =>
    `${isMore ? 'At least ' : ''}${listWords.en.articles(count)} for “${words}”`,
  more: 'Only the newest articles with these words are ranked and counted. Narrow the search to see older ones.',
  cut: (words: string) => `That is more than we can search for at once. We searched for “${words}”.`,
  onlyWithout: 'A minus only leaves words out. Add a word to search for.',
  busy: 'Many readers are searching right now. Please try again in a few seconds.',
  narrow: 'Narrow the search',
  narrowedTo: 'Narrowed to',
  takeBack: (label: string) => `${label}: remove`,
  facets: { category: 'Category', country: 'Country', topic: 'Topic', author: 'Author', year: 'Date' },
  periods,
  answers,
  keyPoint: 'Key point',
  nothing: (words: string) => `Nothing found for “${words}”`,
  didYouMean: 'Did you mean:',
  fewerWords: 'Found with fewer words:',
  widen: 'Search without these limits',
  nothingHelp: 'Check the spelling, try another word, or begin with what we write about most.',
  mostWritten: 'Most covered',
  countries: 'Countries',
  topics: 'Topics',
  allCountries: 'All countries',
  pages: 'Pages of results',
  previous: 'Previous page',
  next: 'Next page',
  pageOf: (page: number, count: number) => `Page ${page} of ${count}`,
}

const fr: typeof en = {
  description: 'Tous les articles par leurs mots, à affiner par pays, sujet, auteur et date.',
  search: 'Recherche',
  field: 'Rechercher',
  titleOf: (words) => `Recherche\u00a0: ${words}`,
  hint: 'Une expression entre «\u00a0guillemets\u00a0» est cherchée telle quelle\u202f; un signe moins devant un mot l’exclut.',
  found: (count, isMore, words) =>
    `${isMore ? 'Au moins ' : ''}${listWords.fr.articles(count)} pour «\u00a0${words}\u00a0»`,
  more: 'Seuls les plus récents ont été classés et comptés. Affinez la recherche pour en voir de plus anciens.',
  cut: (words) => `C’était trop pour une seule recherche. Nous avons cherché «\u00a0${words}\u00a0».`,
  onlyWithout: 'Un signe moins ne fait qu’exclure. Ajoutez un mot à chercher.',
  busy: 'Beaucoup de recherches sont en cours. Réessayez dans quelques secondes.',
  narrow: 'Affiner la recherche',
  narrowedTo: 'Limité à',
  takeBack: (label) => `${label}\u00a0: retirer`,
  facets: { category: 'Rubrique', country: 'Pays', topic: 'Thème', author: 'Auteur', year: 'Date' },
  periods: {
    day: 'Dernières 24 heures',
    week: 'Semaine écoulée',
    month: 'Mois écoulé',
    year: 'Douze derniers mois',
  },
  answers: {
    country: (name) => `${name}\u00a0: repères et articles`,
    story: (name) => `${name}\u00a0: le fil des événements`,
    topic: (name) => `${name}\u00a0: tout sur le thème`,
    category: (name) => `${name}\u00a0: toute la rubrique`,
    author: (name) => `${name}\u00a0: portrait et articles`,
  },
  keyPoint: 'Point clé',
  nothing: (words) => `Aucun résultat pour «\u00a0${words}\u00a0»`,
  didYouMean: 'Vouliez-vous dire\u00a0:',
  fewerWords: 'Avec moins de mots\u00a0:',
  widen: 'Chercher sans restriction',
  nothingHelp: 'Vérifiez l’orthographe, essayez un autre mot, ou partez de nos sujets les plus traités.',
  mostWritten: 'Les sujets les plus traités',
  countries: 'Pays',
  topics: 'Thèmes',
  allCountries: 'Tous les pays',
  pages: 'Pages de résultats',
  previous: 'Page précédente',
  next: 'Page suivante',
  pageOf: (page, count) => `Page ${page} sur ${count}`,
}

/** The search: its field, what it finds, and what can be done when it finds nothing. */
export const searchWords = { en, fr }
