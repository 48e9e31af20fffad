import { checkBuild } from '../../../scripts/newsroom/buildNewsroom.ts'
import { copySeed, type SeedFolder } from './seedFolder.ts'

const karabakh = 'articles/azerbaijan-launches-operation-in-nagorno-karabakh.yaml'

describe('a newsroom source with a fault', () => {
  let seed: SeedFolder
  beforeEach(() => {
    seed = copySeed()
  })
  afterEach(() => seed.remove())

  it('is named with file, line and field', () => {
    seed.change(karabakh, 'firstPublishedAt: 2023-09-19T14:05:00Z', 'firstPublishedAt: yesterday')
    expect(() => checkBuild(seed.root)).toThrow(/^articles\/azerbaijan-\S+\.yaml:\d+ firstPublishedAt: /)
  })

  it('is named when a claim does not say who makes it', () => {
    seed.change(karabakh, 'attribution: Ministry of Defence of Azerbaijan', '')
    expect(() => checkBuild(seed.root)).toThrow('a claim needs to say who makes it')
  })

  it('is named when a text opens what it does not close', () => {
    seed.change(karabakh, '**local anti-terrorist measures**', '**local anti-terrorist measures')
    expect(() => checkBuild(seed.root)).toThrow(/sections\.0: strong is opened and not closed/)
  })

  it('is named when it refers to what is not there', () => {
    seed.change(karabakh, 'category: conflict', 'category: wars')
    expect(() => checkBuild(seed.root)).toThrow(`${karabakh} category: there is no category "wars"`)
  })

  it('is named when a mention in its text leads nowhere', () => {
    seed.change(karabakh, '[[country:armenia|', '[[country:atlantis|')
    expect(() => checkBuild(seed.root)).toThrow('there is no country "atlantis"')
  })

  it('is named when a field is misspelt', () => {
    seed.change('countries/armenia.yaml', 'officialName:', 'officalName:')
    expect(() => checkBuild(seed.root)).toThrow(/countries\/armenia\.yaml:\d+ .*officalName/)
  })

  it('is named when only one of two neighbours knows of the other', () => {
    seed.change('countries/armenia.yaml', 'neighbours: [azerbaijan, georgia', 'neighbours: [georgia')
    expect(() => checkBuild(seed.root)).toThrow('armenia does not name azerbaijan as its neighbour')
  })

  it('is named when two desks give one name to two sources', () => {
    seed.add('sources/another-desk.yaml', 'unhcr-2023-10: { publisher: UNHCR }')
    expect(() => checkBuild(seed.root)).toThrow('source source-unhcr-2023-10: this name is given twice')
  })

  it('is named when two key points of an article have one address', () => {
    seed.change(karabakh, 'key: shelling-of-towns', 'key: offensive-begins')
    expect(() => checkBuild(seed.root)).toThrow('the key "offensive-begins" is given to two key points')
  })
})
