import { isForNow, isKeepable, wayOf } from '../../../edge/policy.ts'

const way = (url: string, headers = {}, method = 'GET') => wayOf({ method, url, headers })

describe('the way of a request', () => {
  it.each([
    '/',
    '/articles/one-two',
    '/countries/armenia/azerbaijan',
    '/latest/2',
    '/lite',
    '/feed.xml',
    '/articles/one.md',
  ])('may end at the store for %s', (url) => {
    expect(way(url)).toBe('keep')
    expect(way(url, {}, 'HEAD')).toBe('keep')
  })

  it.each([
    '/search?q=armenia',
    '/?utm=1',
    '/?',
    '/Articles/one',
    '/articles/%61',
    '/articles/one/',
    '//articles',
    '/a/../b',
    '/a\\b',
  ])('goes to Next each time for %s, an address that strangers could write in any number of ways', (url) =>
    expect(way(url)).toBe('finish'),
  )

  it.each([
    '/_next/static/a.css',
    '/api/health',
    '/fonts/a.woff2',
    '/islands/islands-1.js',
    '/sw.js',
    '/articles/a/card.png',
  ])('leads straight through for %s', (url) => expect(way(url)).toBe('through'))

  it.each([
    ['an editor who looks at drafts', { cookie: 'a=b; __prerender_bypass=x' }],
    ["Next's own router", { rsc: '1' }],
    ["Next's own prefetch", { 'next-router-prefetch': '1' }],
    ['somebody who says who they are', { authorization: 'Bearer x' }],
    ['a GET that has a body', { 'content-length': '4' }],
    ['a GET that has a body without a length', { 'transfer-encoding': 'chunked' }],
  ])('leads straight through for %s', (_who, headers) => expect(way('/', headers)).toBe('through'))

  it('leads straight through for what changes something', () => {
    expect(way('/', {}, 'POST')).toBe('through')
    expect(way('/', {}, 'OPTIONS')).toBe('through')
  })

  it('is nobody else’s business for other cookies', () => {
    expect(way('/', { cookie: 'theme=dark; x__prerender_bypass=1' })).toBe('keep')
  })
})

describe('what may be stored', () => {
  const page = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 's-maxage=3600, stale-while-revalidate=9',
  }

  it('is what Next says is for everybody, for a while', () => {
    expect(isKeepable(200, page)).toBe(true)
    expect(isKeepable(200, { ...page, vary: 'rsc, next-router-state-tree, Accept-Encoding' })).toBe(true)
    expect(isKeepable(200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=60' })).toBe(
      true,
    )
  })

  it.each([
    ['is private', { 'cache-control': 'private, max-age=60' }],
    ['is not to be stored', { 'cache-control': 'no-store, max-age=60' }],
    ['is to be asked for each time', { 'cache-control': 'no-cache, max-age=60' }],
    ['is over at once', { 'cache-control': 'public, max-age=0, must-revalidate' }],
    ['says nothing of it', { 'cache-control': undefined }],
    ['sets a cookie', { 'set-cookie': 'a=b' }],
    ['differs by cookie', { vary: 'rsc, Cookie' }],
    ['differs by everything', { vary: '*' }],
    ['is a picture', { 'content-type': 'image/png' }],
  ])('is not what %s', (_what, headers) => expect(isKeepable(200, { ...page, ...headers })).toBe(false))

  it.each([404, 410, 308, 206, 500])('is no answer of status %i', (status) => {
    expect(isKeepable(status, page)).toBe(false)
  })
})

it('asks for now by no-cache, and not by max-age=0 as browsers do at every reload', () => {
  expect(isForNow({ 'cache-control': 'no-cache' })).toBe(true)
  expect(isForNow({ pragma: 'no-cache' })).toBe(true)
  expect(isForNow({ 'cache-control': 'max-age=0' })).toBe(false)
  expect(isForNow({})).toBe(false)
})
