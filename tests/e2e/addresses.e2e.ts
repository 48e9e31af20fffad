import { jest } from '@jest/globals'
import type { SanityClient } from '@sanity/client'
import { openClient } from '../support/lakeClient.ts'
import { siteUrl } from '../support/pages.ts'
import { waitFor } from '../support/waitFor.ts'

const category = 'category-of-addresses'
const author = 'author-of-addresses'
const prefix = 'article-of-addresses-'

// Each waits for several publishes to be seen, one after the other.
jest.setTimeout(120_000)

let lake: SanityClient
const slugOf = (current: string) => ({ _type: 'slug', current })
const refTo = (_ref: string) => ({ _type: 'reference', _ref })

const article = (name: string, slug = name) => ({
  _id: `${prefix}${name}`,
  _type: 'article',
  headline: `The headline of ${name}`,
  slug: slugOf(`addresses-${slug}`),
  standfirst: 'About nothing but its own address.',
  category: refTo(category),
  authors: [{ ...refTo(author), _key: 'a1' }],
  firstPublishedAt: '2024-05-01T10:00:00Z',
  sections: [
    {
      _type: 'passage',
      _key: 's1',
      text: [
        {
          _type: 'block',
          _key: 'b1',
          style: 'normal',
          markDefs: [],
          children: [{ _type: 'span', _key: 'c1', text: 'Some words.', marks: [] }],
        },
      ],
    },
  ],
})
const at = (slug: string) => `/articles/addresses-${slug}`
const publish = (...documents: ReturnType<typeof article>[]) =>
  documents.reduce((all, each) => all.createOrReplace(each), lake.transaction()).commit()
const withdraw = (name: string) => lake.delete(`${prefix}${name}`)

interface Answer {
  status: number
  location: string | null
  text: string
  headers: Headers
}

const ask = async (path: string): Promise<Answer> => {
  const response = await fetch(siteUrl(path), { redirect: 'manual' })
  const { status, headers } = response
  return { status, location: headers.get('location'), text: await response.text(), headers }
}
const expectPage = (path: string, heading: string) =>
  waitFor(async () => {
    const { status, text } = await ask(path)
    expect(status).toBe(200)
    expect(text).toContain(heading)
  })
const expectRedirect = (path: string, location: string) =>
  waitFor(async () => expect(await ask(path)).toMatchObject({ status: 308, location }))
const expectNote = (path: string, words: string) =>
  waitFor(async () => {
    const answer = await ask(path)
    expect(answer.status).toBe(410)
    expect(answer.text).toContain(words)
    return answer
  })

beforeAll(async () => {
  lake = openClient()
  await lake
    .transaction()
    .createOrReplace({
      _id: category,
      _type: 'category',
      title: 'Addresses',
      slug: slugOf('addresses'),
      accent: 'science',
      order: 99,
    })
    .createOrReplace({ _id: author, _type: 'author', name: 'A. Dress', slug: slugOf('a-dress') })
    .commit()
})

afterAll(async () => {
  await lake.delete({ query: '*[string::startsWith(_id, $prefix)]', params: { prefix } })
  await lake.transaction().delete(category).delete(author).commit()
})

describe('an address that changes', () => {
  it('leads to where the article is now, in one hop however often it moved, and back again', async () => {
    await publish(article('mover', 'first'))
    await expectPage(at('first'), 'The headline of mover')
    await publish(article('mover', 'second'))
    await expectRedirect(at('first'), at('second'))
    await publish(article('mover', 'third'))
    await expectPage(at('third'), 'The headline of mover')
    await expectRedirect(at('first'), at('third'))
    await expectRedirect(at('second'), at('third'))
    await expectRedirect(`${at('first')}?from=mail&at=noon`, `${at('third')}?from=mail&at=noon`)
    await publish(article('mover', 'first'))
    await expectPage(at('first'), 'The headline of mover')
    await expectRedirect(at('third'), at('first'))
  })

  it('may be swapped with another’s, and may be taken over', async () => {
    await publish(article('east'), article('west'))
    await expectPage(at('east'), 'The headline of east')
    await expectPage(at('west'), 'The headline of west')
    await publish(article('east', 'west'), article('west', 'east'))
    await expectPage(at('east'), 'The headline of west')
    await expectPage(at('west'), 'The headline of east')
    await publish(article('west', 'north'))
    await expectRedirect(at('east'), at('north'))
    await publish(article('newcomer', 'east'))
    await expectPage(at('east'), 'The headline of newcomer')
  })

  it('takes the pages of a list along', async () => {
    const rename = (slug: string) =>
      lake
        .patch(category)
        .set({ slug: slugOf(slug) })
        .commit()
    await expectPage('/categories/addresses', 'Addresses')
    await rename('places')
    await expectRedirect('/categories/addresses', '/categories/places')
    await expectRedirect('/categories/addresses/2', '/categories/places/2')
    await expectPage('/categories/places', 'Addresses')
  })

  it('is kept by no browser longer than it holds', async () => {
    await publish(article('kept', 'before'))
    await expectPage(at('before'), 'The headline of kept')
    await publish(article('kept', 'after'))
    await expectRedirect(at('before'), at('after'))
    expect((await ask(at('before'))).headers.get('cache-control')).toContain('max-age=0')
  })
})

describe('an article that is withdrawn', () => {
  it('leaves a note that belongs to the newspaper, at every address it ever had, until it is back', async () => {
    await publish(article('strike', 'walkout'))
    await expectPage(at('walkout'), 'The headline of strike')
    await publish(article('strike'))
    await expectRedirect(at('walkout'), at('strike'))
    await withdraw('strike')
    const { text, headers } = await expectNote(at('strike'), 'It was called “The headline of strike”.')
    expect(text).toMatch(/It was taken from the site on <?[^<]*\d{4}/)
    expect(text).toMatch(/<header[\s\S]*<main[\s\S]*href="\/"[\s\S]*<footer/)
    expect(text).toContain('name="robots" content="noindex"')
    expect(headers.get('content-type')).toContain('text/html')
    expect(headers.get('cache-control')).toContain('max-age=0')
    await expectNote(at('walkout'), 'This article has been withdrawn')
    await publish(article('strike', 'settled'))
    await expectPage(at('settled'), 'The headline of strike')
    await expectRedirect(at('strike'), at('settled'))
    await expectRedirect(at('walkout'), at('settled'))
  })
})

describe('a story that is withdrawn', () => {
  it('leaves its note at both of its addresses', async () => {
    const address = '/stories/addresses-talks'
    const story = {
      _id: `${prefix}talks`,
      _type: 'story',
      title: 'The talks',
      summary: 'Of addresses alone.',
    }
    await lake.createOrReplace({ ...story, slug: slugOf('addresses-talks') })
    await expectPage(`${address}/oldest`, 'The talks')
    await withdraw('talks')
    for (const each of [address, `${address}/oldest`]) {
      const { text } = await expectNote(each, 'It was called “The talks”.')
      expect(text).toMatch(/<title>[^<]*: The talks — Meridian<\/title>/)
    }
  })
})

describe('an address that was visited too early', () => {
  it('heals when the article is published', async () => {
    expect((await ask(at('early'))).status).toBe(404)
    expect((await ask(at('early'))).status).toBe(404)
    await publish(article('early'))
    await expectPage(at('early'), 'The headline of early')
  })
})

describe('a redirect that an editor wrote', () => {
  it('holds at once, for addresses of an older site too, and is gone at once', async () => {
    const redirect = { _type: 'redirect', kind: 'moved', keptBy: 'editor' }
    const { _id } = await lake.create({ ...redirect, from: '/2009/05/atlas.html', to: '/countries' })
    await expectRedirect('/2009/05/atlas.html', '/countries')
    await lake.delete(_id)
    await waitFor(async () => expect((await ask('/2009/05/atlas.html')).status).toBe(404))
  })
})

describe('an address in another spelling', () => {
  it.each([
    ['/countries/armenia/', '/countries/armenia'],
    ['/countries/armenia/?a=1', '/countries/armenia?a=1'],
    ['//countries//armenia?a=1', '/countries/armenia?a=1'],
    ['/countries/Armenia', '/countries/armenia'],
    ['/Countries/ARMENIA?a=1', '/countries/armenia?a=1'],
    ['/countries/%61rmenia?a=1', '/countries/armenia?a=1'],
    ['/categories/conflict/1?a=1', '/categories/conflict?a=1'],
    ['/latest/1', '/latest'],
    ['/countries/azerbaijan/armenia?a=1', '/countries/armenia/azerbaijan?a=1'],
  ])('%s leads to %s', async (path, location) => {
    expect(await ask(path)).toMatchObject({ status: 308, location })
  })
})

describe('an address that leads nowhere', () => {
  it.each([
    '/articles/nobody-wrote-this',
    '/ARTICLES/Nobody-Wrote-This',
    '/articles',
    '/articles/nobody/wrote/this',
    '/categories/nowhere',
    '/categories/nowhere/2',
    '/categories/conflict/999',
    '/categories/conflict/0',
    '/categories/conflict/02',
    '/categories/conflict/+2',
    '/categories/conflict/1e3',
    '/categories/conflict/-1',
    '/countries/atlantis',
    '/nobody-wrote-this-page',
    '/a/b/c/d',
    `/articles/${'long-'.repeat(100)}`,
    '/articles/..%2F..%2Fetc',
  ])('%s is answered with 404 and a page of the newspaper', async (path) => {
    const { status, text } = await ask(path)
    expect(status).toBe(404)
    expect(text).toContain('There is nothing at this address')
    expect(text).toMatch(/<header[\s\S]*<footer/)
  })

  it('and cannot be read is answered with 400', async () => {
    expect((await ask('/articles/%E0%A4%A')).status).toBe(400)
  })
})
