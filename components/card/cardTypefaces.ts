/** Our typefaces, each with the file of the letters beyond plain Latin after it. */
export const SERIF = '"Newsreader", "Newsreader latin-ext"'
export const SANS = '"Public Sans", "Public Sans latin-ext"'
