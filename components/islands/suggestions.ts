import { asTexts } from './kept.ts'

export interface Suggestion {
  label: string
  href: string
  kind: string
}

/** What is suggested for some letters; nothing when there is no answer in time or it is not one of ours. */
export const fetchSuggestions = async (letters: string, signal: AbortSignal): Promise<Suggestion[]> => {
  try {
    const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: letters })}`, { signal })
    const body: unknown = await answer.json()
    const found = typeof body === 'object' && body !== null && Reflect.get(body, 'suggestions')
    return Array.isArray(found) ? found.flatMap(toSuggestion) : []
  } catch {
    return []
  }
}

const toSuggestion = (value: unknown): Suggestion[] => {
  const { label, href, kind = '' } = asTexts(value) ?? {}
  return label && href?.startsWith('/') ? [{ label, href, kind }] : []
}
