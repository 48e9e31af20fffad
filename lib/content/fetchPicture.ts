const LONGEST_MS = 5000

/** A picture as a data URI; undefined when it cannot be had: a card without it is better than none. */
export const fetchPicture = async (src: string): Promise<string | undefined> => {
  const url = new URL(src)
  url.searchParams.delete('auto')
  url.searchParams.set('fm', 'jpg')
  url.searchParams.set('w', '1200')
  url.searchParams.delete('h')
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_MS) })
    if (!response.ok) return undefined
    return `data:image/jpeg;base64,${Buffer.from(await response.arrayBuffer()).toString('base64')}`
  } catch {
    return undefined
  }
}
