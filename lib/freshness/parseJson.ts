/** A text's JSON value; undefined for text that is not JSON, which every schema then refuses. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
