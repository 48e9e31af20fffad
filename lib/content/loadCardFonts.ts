import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cache } from 'react'

const FOLDER = join(process.cwd(), 'public', 'fonts', 'card')
const FACES = [
  { name: 'Newsreader', file: 'newsreader-5.3.0' },
  { name: 'Public Sans', file: 'public-sans-5.3.0' },
] as const
const SUBSETS = ['latin', 'latin-ext'] as const

/** The typefaces of cards, in the one form and weight that the drawing of cards can read. */
export const loadCardFonts = cache(() =>
  Promise.all(
    FACES.flatMap(({ name, file }) =>
      SUBSETS.map(async (subset) => ({
        // Faces of one name take over from each other, letter by letter.
        name: subset === 'latin' ? name : `${name} ${subset}`,
        data: await readFile(join(FOLDER, `${file}-${subset}-600.woff`)),
        weight: 600 as const,
        style: 'normal' as const,
      })),
    ),
  ),
)
