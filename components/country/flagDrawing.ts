import * as flags from 'country-flag-icons/string/3x2'

const drawings = new Map<string, string>(Object.entries(flags))

/** The flag of a country as SVG; undefined for a code that has none. */
export const flagDrawing = (iso2: string): string | undefined => drawings.get(iso2.toUpperCase())
