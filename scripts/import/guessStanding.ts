import type { Standing } from '../../lib/model/article.ts'

export interface GuessedStanding {
  standing: Standing
  attribution: string | undefined
}

/** Somebody in words: an article or a capital, then at most six more words, without a comma. */
const somebody = String.raw`((?:(?:an?|the|its|their)\s|(?=\p{Lu}))[\p{L}\p{N}’'.-]+(?:\s[\p{L}\p{N}’'.-]+){0,6}?)`
const said = new RegExp(
  String.raw`(?:^|[,;]\s(?:but|and|while)\s|[,;]\s)${somebody}\s(?:said|says|claimed|claims|alleged|alleges|reported|reports|stated|states)\b`,
  'u',
)
const accordingTo = new RegExp(String.raw`\baccording to\s${somebody}(?=[,.;]|$)`, 'iu')
const unverified = /\bunverified\b|\b(?:not|cannot|could not|yet to)\b[\w\s]{0,20}\b(?:verified|confirmed)\b/i
const pronoun = /^(?:they|he|she|it|we|who|which|that|this)(?:\s|$)/i

/**
 * How a point stands, where its sentence says so plainly; else confirmed, for the editor to judge.
 * A claim is only called one when the sentence says whose it is.
 */
export function guessStanding(text: string): GuessedStanding {
  const attribution = toAttribution(text)
  if (unverified.test(text)) return { standing: 'unverified', attribution }
  return attribution
    ? { standing: 'claimed', attribution }
    : { standing: 'confirmed', attribution: undefined }
}

/** Whether somebody says the point, without saying plainly who: "They have reported …". */
export function isVaguelyAttributed(text: string): boolean {
  return (
    guessStanding(text).standing === 'confirmed' &&
    /\b(?:reported|reportedly|allegedly|claim(?:s|ed)?|said|accus(?:es|ed)|attributed to|declared)\b/i.test(
      text,
    )
  )
}

function toAttribution(text: string): string | undefined {
  const words = (accordingTo.exec(text)?.[1] ?? said.exec(text)?.[1])?.trim()
  if (!words || pronoun.test(words)) return undefined
  return words.charAt(0).toUpperCase() + words.slice(1)
}
