import { existsSync, readFileSync } from 'node:fs'
import {
  fetchesNothing,
  type HouseRule,
  hasNoBarrel,
  holdsNoQuery,
  importsOnlyWhatItMay,
  keepsIslandsApart,
  meetsTheBrowserInIslands,
  readsNoVariables,
  saysUseClientInItsName,
} from './support/houseRules.ts'
import { readSources } from './support/sourceFiles.ts'
import { speaksByTheCatalogue } from './support/spokenWords.ts'

const sources = readSources('.', [
  'app',
  'components',
  'lib',
  'sanity',
  'lake',
  'edge',
  'worker',
  'scripts',
  'bench',
])
const proxy = { path: 'proxy.ts', text: readFileSync('proxy.ts', 'utf8') }
const breaches = (rule: HouseRule) => [proxy, ...sources].flatMap(rule)

/** A rule, and a file that breaks it: a rule that catches nothing holds nothing. */
const rules: [sentence: string, rule: HouseRule, broken: { path: string; text: string }[]][] = [
  [
    'every part imports only what it may',
    importsOnlyWhatItMay,
    [
      { path: 'app/page.tsx', text: "import { getClient } from '../sanity/client.ts'" },
      { path: 'app/api/revalidate/route.ts', text: "import { createLake } from '../../../lake/lake.ts'" },
      {
        path: 'components/article/Byline.tsx',
        text: "import { getArticle } from '../../lib/content/article.ts'",
      },
      {
        path: 'components/article/Byline.tsx',
        text: "import { toArticle } from '../../lib/model/toArticle.ts'",
      },
      { path: 'lib/model/article.ts', text: "import { query } from '../../sanity/queries/article.ts'" },
      { path: 'lib/content/article.ts', text: "const x = await import('../../lake/lake.ts')" },
      { path: 'sanity/client.ts', text: "import { getArticle } from '../lib/content/article.ts'" },
      { path: 'lake/lake.ts', text: "export { routes } from '../lib/routes.ts'" },
      { path: 'edge/finishPage.ts', text: "import { CHOSEN_THEME } from '../app/chosenTheme.ts'" },
      { path: 'lib/content/getFront.ts', text: "import { openStore } from '../../edge/store.ts'" },
      { path: 'worker/main.ts', text: "import '../components/site/Page.tsx'" },
      { path: 'proxy.ts', text: "import { getClient } from './sanity/client.ts'" },
    ],
  ],
  [
    'a client component says so in its name',
    saysUseClientInItsName,
    [{ path: 'components/site/Menu.tsx', text: "// The menu\n'use client'\n" }],
  ],
  [
    'variables are read at the door',
    readsNoVariables,
    [
      { path: 'lib/seo/metadata.ts', text: 'const site = process.env.SITE_URL' },
      { path: 'edge/main.ts', text: 'const port = process.env.PORT' },
    ],
  ],
  ['there are no barrels', hasNoBarrel, [{ path: 'components/index.ts', text: '' }]],
  [
    'queries are in their own folder',
    holdsNoQuery,
    [{ path: 'lib/content/a.ts', text: 'fetch(`*[_type == "x"]`)' }],
  ],
  [
    'what readers see and hear is in the catalogue of words',
    speaksByTheCatalogue,
    [
      { path: 'components/a/A.tsx', text: 'const A = () => <p className={styles.a}>Latest</p>' },
      { path: 'components/a/A.tsx', text: 'const A = () => <p>{count} articles</p>' },
      { path: 'components/a/A.tsx', text: 'const A = () => <p>by {names}</p>' },
      { path: 'components/a/A.tsx', text: 'const A = () => <nav aria-label="pages" />' },
      { path: 'components/a/A.tsx', text: 'const A = () => <a title={`more on this`} />' },
      { path: 'components/a/A.tsx', text: "const NAMES = { claimed: 'Claimed' }" },
      { path: 'app/(site)/page.tsx', text: 'const Page = () => <h1>Not found</h1>' },
    ],
  ],
  [
    'an island stands on its own',
    keepsIslandsApart,
    [
      { path: 'components/a/b.island.ts', text: "import { routes } from '../../lib/routes.ts'" },
      { path: 'components/a/b.island.ts', text: "import { useState } from 'react'" },
      { path: 'components/a/A.tsx', text: "import './b.island.ts'" },
      { path: 'app/page.tsx', text: "import { keep } from '../components/islands/kept.ts'" },
    ],
  ],
  [
    'the browser is met in islands alone',
    meetsTheBrowserInIslands,
    [{ path: 'components/a/A.tsx', text: "const theme = localStorage.getItem('theme')" }],
  ],
  ['components fetch nothing', fetchesNothing, [{ path: 'components/a/A.tsx', text: 'await fetch("/x")' }]],
]

describe('the rules of the house', () => {
  it.each(rules)('%s', (_sentence, rule) => {
    expect(breaches(rule)).toEqual([])
  })

  it.each(rules)('catches what breaks “%s”', (_sentence, rule, broken) => {
    for (const file of broken) expect(rule(file)).toHaveLength(1)
  })

  it('lets a component take the types of view models, and nothing that runs', () => {
    const text =
      "import type { Article } from '../../lib/model/article.ts'\nimport { routes } from '../../lib/routes.ts'"
    expect(importsOnlyWhatItMay({ path: 'components/article/A.tsx', text })).toEqual([])
  })
})

const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts

describe('the commands that we promise', () => {
  it.each(Object.entries(scripts))('npm run %s runs files that exist', (_name, command) => {
    const files = command.split(/\s+/).filter((word) => /\.(?:mjs|ts|js)$/.test(word))
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it.each(['README.md', 'docs/operations.md'])('every npm command in %s exists', (file) => {
    const named = [...readFileSync(file, 'utf8').matchAll(/(?:^|`)npm (?:run )?([a-z][\w:-]*)/gm)].map(
      ([, name]) => name ?? '',
    )
    const builtIn = ['ci', 'install', 'start', 'test']
    expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([])
    expect(named.length).toBeGreaterThan(0)
  })

  it.each(['README.md', 'docs/operations.md'])('every file that %s points at exists', (file) => {
    const text = readFileSync(file, 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target ?? '')
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.'
    expect(links.filter((target) => !existsSync(`${folder}/${target}`))).toEqual([])
  })
})
