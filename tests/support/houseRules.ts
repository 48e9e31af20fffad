import { type Import, listImports, type SourceFile } from './sourceFiles.ts'

/** A rule of the house: what is wrong with a file, in sentences that name it. */
export type HouseRule = (file: SourceFile) => string[]

type Allows = (target: string, found: Import) => boolean

const under =
  (...folders: string[]) =>
  (target: string) =>
    folders.some((folder) => target === folder || target.startsWith(`${folder}/`))

const own = ['app', 'components', 'lib', 'sanity', 'lake', 'edge', 'worker', 'tests', 'scripts', 'bench']

/** Who may import whom (docs: the parts and their doors). The first line that fits a file is its rule. */
const table: [files: RegExp, allows: Allows][] = [
  [/^app\/(?:api|studio)\//, under('app', 'components', 'lib', 'sanity')],
  [/^app\//, under('app', 'components', 'lib', 'public')],
  [/^proxy\.ts$/, under('lib')],
  [
    /^components\//,
    (target, { isTypeOnly }) =>
      under('components', 'lib/format', 'lib/routes')(target) || (isTypeOnly && under('lib/model')(target)),
  ],
  [/^lib\/content\//, under('lib', 'sanity')],
  [
    /^lib\//,
    (target, { isTypeOnly }) =>
      (under('lib')(target) && !under('lib/content')(target)) ||
      (isTypeOnly && under('sanity/queries')(target)),
  ],
  [/^sanity\//, (target) => under('sanity', 'lib/routes')(target) || !under(...own)(target)],
  [/^lake\//, under('lake')],
  [/^edge\//, under('edge')],
  [/^worker\//, under('worker', 'sanity', 'lib')],
]

export const importsOnlyWhatItMay: HouseRule = (file) => {
  const line = table.find(([files]) => files.test(file.path))
  if (!line) return []
  return listImports(file)
    .filter((found) => found.isOurs && !line[1](found.target, found))
    .map((found) => `${file.path} imports ${found.target}`)
}

export const saysUseClientInItsName: HouseRule = ({ path, text }) => {
  const isClient = /^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*['"]use client['"]/.test(text)
  const mayBe = /\.client\.tsx$|(?:^|\/)(?:global-)?error\.tsx$|^sanity\/studio\//.test(path)
  return isClient && !mayBe ? [`${path} is a client component`] : []
}

const mayReadVariables =
  /^(?:scripts|tests|bench)\/|^sanity\/env\.ts$|^lake\/(?:settings|main|cli)\.ts$|^edge\/settings\.ts$|^worker\/settings\.ts$|^[^/]+\.config\.(?:js|ts|mjs)$|^sanity\.cli\.ts$|^sanity\/studio\//

export const readsNoVariables: HouseRule = ({ path, text }) =>
  /\bprocess\.env\b/.test(text) && !mayReadVariables.test(path) ? [`${path} reads process.env`] : []

export const hasNoBarrel: HouseRule = ({ path }) =>
  /(?:^|\/)index\.(?:tsx?|mjs|js)$/.test(path) ? [`${path} is a barrel`] : []

/** Queries live in `sanity/queries`, beside their schemas. */
export const holdsNoQuery: HouseRule = ({ path, text }) =>
  /^(?:app|components|lib)\//.test(path) && /\*\[\s*(?:_type|_id|references\()/.test(text)
    ? [`${path} holds GROQ text`]
    : []

export const fetchesNothing: HouseRule = ({ path, text }) =>
  /^components\/(?!islands\/|.*\.island\.ts$)/.test(path) && /(?<![.\w])fetch\(/.test(text)
    ? [`${path} fetches`]
    : []

const isIsland = (path: string) => /^components\/(?:islands\/[^/]+|.+\.island)\.ts$/.test(path)

/** An island is a custom element that stands on its own: it takes nothing but what islands share, and is taken by nobody. */
export const keepsIslandsApart: HouseRule = (file) => {
  const imports = listImports(file)
  const wrong = isIsland(file.path)
    ? imports.filter(({ target }) => !/^components\/islands\//.test(target))
    : imports.filter(({ target }) => /\.island$|^components\/islands\//.test(target))
  return wrong.map(({ target }) => `${file.path} imports ${target}`)
}

/** The browser is met in islands alone: components are printed on the server, and work without script. */
export const meetsTheBrowserInIslands: HouseRule = ({ path, text }) =>
  path.startsWith('components/') &&
  !isIsland(path) &&
  /\b(?:customElements|localStorage|navigator|document|window)(?:\.\w|\[)/.test(text)
    ? [`${path} meets the browser`]
    : []
