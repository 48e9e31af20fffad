import { getSearchPage } from '../../../lib/content/getSearchPage.ts'
import type { TestLake } from '../../support/lake.ts'
import { startDemonstrationLake } from './demonstrationLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startDemonstrationLake()
}, 60_000)
afterAll(() => lake.close())

/** Searches as readers type them, and what an editor of the demonstration newsroom would put first, in that order. */
const judged: [search: string, first: string[]][] = [
  ['ceasefire', ['ceasefire-ends-second-karabakh-war']],
  ['sudan war', ['war-breaks-out-in-sudan']],
  [
    'nagorno-karabakh',
    ['azerbaijan-launches-operation-in-nagorno-karabakh', 'armenians-leave-nagorno-karabakh'],
  ],
  ['climate pact', ['cop26-agrees-to-phase-down-coal']],
  ['"black sea"', ['black-sea-grain-initiative-signed']],
  ['ukraine invasion', ['russia-launches-full-scale-invasion-of-ukraine']],
  ['nato finland', ['finland-joins-nato', 'sweden-joins-nato']],
  ['sweden nato', ['sweden-joins-nato', 'finland-joins-nato']],
  ['coronavirus', ['south-africa-reports-a-new-variant-omicron', 'who-calls-covid-19-a-pandemic']],
  ['pandemic', ['who-calls-covid-19-a-pandemic']],
  ['omicron', ['south-africa-reports-a-new-variant-omicron']],
  ['taliban kabul', ['taliban-take-kabul']],
  ['coup niger', ['coup-d-etat-au-niger-ultimatum-de-la-cedeao', 'three-sahel-states-say-they-leave-ecowas']],
  ['peace treaty armenia azerbaijan', ['armenia-azerbaijan-agree-treaty-text']],
  ['tigray', ['ethiopia-and-tigray-agree-to-end-hostilities']],
  ['myanmar military', ['myanmar-army-seizes-power']],
  ['south africa election', ['south-africa-election-explained']],
  ['mali president', ['mali-soldiers-force-president-keita-from-office']],
  ['dams derna', ['storm-daniel-breaks-the-dams-of-derna']],
  ['fund for loss and damage', ['cop27-agrees-on-a-fund-for-loss-and-damage']],
  ['barbados republic', ['barbados-becomes-a-republic']],
]

describe('the ranking of a search', () => {
  it.each(judged)('for %s begins with what is about it', async (q, first) => {
    const page = await getSearchPage({ q })
    const found = page?.hits.map(({ teaser }) => teaser.href.replace('/articles/', ''))
    expect(found?.slice(0, first.length)).toEqual(first)
  })
})
