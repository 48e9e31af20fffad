/** @jest-environment jsdom */
import { fireEvent, screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { EmbedLink } from '../../../components/article/EmbedLink.tsx'
import '../../../components/article/videoEmbed.island.ts'
import { Photo } from '../../../components/media/Photo.tsx'
import '../../../components/media/sparingPictures.island.ts'
import { SavedPage } from '../../../components/saved/SavedPage.tsx'
import '../../../components/saved/savedArticles.island.ts'
import '../../../components/site/editionDate.island.ts'
import { Breadcrumb } from '../../../components/site/Breadcrumb.tsx'
import { Masthead } from '../../../components/site/Masthead.tsx'
import '../../../components/site/sectionLinks.island.ts'
import '../../../components/site/siteMenu.island.ts'
import { playerAddress } from '../../../lib/format/playerAddress.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { Link } from '../../../lib/model/common.ts'
import { trailsFor } from '../../../lib/model/trails.ts'
import { aSite } from '../../fixtures/front.ts'
import { aPicture, conflict } from '../../fixtures/teaser.ts'
import { printPage } from '../../support/printed.ts'
import { show, watchSight } from '../../support/sight.ts'

const words = wordsFor('en')
const saved = (number: number) => ({
  href: `/articles/a${number}`,
  headline: `Headline ${number}`,
  standfirst: 'Standfirst',
  label: 'Conflict',
  // What was saved first was saved before accents were.
  ...(number > 1 && { accent: 'conflict' }),
  language: number === 2 ? 'ar' : 'en',
  direction: number === 2 ? 'rtl' : 'ltr',
})
const links = () =>
  screen.queryAllByRole('link', { name: /^Headline/ }).map((link) => link.getAttribute('href'))

beforeEach(() => {
  watchSight()
  localStorage.clear()
  history.replaceState(null, '', '/saved')
})

describe('the page of saved articles', () => {
  it('lists them, each in its own language and the colour of its desk, and takes one out', async () => {
    localStorage.setItem('meridian.saved', JSON.stringify([saved(1), saved(2)]))
    printPage(<SavedPage words={words} />)
    expect(links()).toEqual(['/articles/a1', '/articles/a2'])
    const entries = [1, 2].map((number) =>
      screen.getByRole('link', { name: `Headline ${number}` }).closest('li'),
    )
    expect(entries.map((entry) => entry?.dir)).toEqual(['ltr', 'rtl'])
    expect(entries.map((entry) => entry?.dataset.accent)).toEqual(['', 'conflict'])
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove' })[0] ?? document.body)
    expect(links()).toEqual(['/articles/a2'])
    await userEvent.click(screen.getByRole('button', { name: 'Remove all' }))
    expect(links()).toEqual([])
    expect(screen.getByText(/You have not saved anything yet/).closest('[hidden]')).toBeNull()
  })

  it('stands in for a page that was not saved, and says so', () => {
    history.replaceState(null, '', '/articles/not-saved')
    printPage(<SavedPage words={words} />)
    expect(screen.getByText(/You are offline/).closest('[hidden]')).toBeNull()
    printPage(<p />)
    history.replaceState(null, '', '/saved')
    printPage(<SavedPage words={words} />)
    expect(screen.getByText(/You are offline/).closest('[hidden]')).not.toBeNull()
  })
})

describe('a film from elsewhere', () => {
  const embed = {
    kind: 'embed' as const,
    key: 'e',
    provider: 'youtube',
    url: 'https://www.youtube.com/watch?v=abcdefghijk',
    title: 'The council in session',
  }

  it('is loaded where the link was, and only when it is asked for', async () => {
    printPage(<EmbedLink embed={embed} words={words} />)
    expect(document.querySelector('iframe')).toBeNull()
    await userEvent.click(screen.getByRole('link'))
    expect(screen.getByTitle('The council in session').getAttribute('src')).toBe(
      'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
    )
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('stays a link where its address names no single film', () => {
    printPage(<EmbedLink embed={{ ...embed, url: 'https://www.youtube.com/@council' }} words={words} />)
    expect(fireEvent.click(screen.getByRole('link'))).toBe(true)
    expect(document.querySelector('iframe')).toBeNull()
  })

  it.each([
    [
      'youtube',
      'https://youtu.be/abcdefghijk?t=3',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
    ],
    [
      'youtube',
      'https://www.youtube-nocookie.com/embed/abcdefghijk',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
    ],
    ['vimeo', 'https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?autoplay=1&dnt=1'],
    ['vimeo', 'https://vimeo.com/channels/staffpicks', undefined],
    ['elsewhere', 'https://elsewhere.example/watch?v=abcdefghijk', undefined],
  ])('of %s at %s plays at %s', (provider, url, player) => {
    expect(playerAddress(provider, url)).toBe(player)
  })
})

describe('the masthead', () => {
  it('has a menu that opens without script, and with it closes by Escape and by going elsewhere', () => {
    printPage(<Masthead site={aSite()} words={words} />)
    const menu = document.querySelector('details')
    const summary = screen.getByText('Menu')
    for (const leave of [
      () => fireEvent.keyDown(summary, { key: 'Escape' }),
      () => fireEvent.click(document.body),
    ]) {
      menu?.setAttribute('open', '')
      leave()
      expect(menu?.open).toBe(false)
    }
  })

  it.each<[string, Link[], [string, string] | undefined]>([
    ['/', [], undefined],
    ['/countries', [], ['Countries', 'page']],
    ['/countries/armenia/azerbaijan', trailsFor(words).countries, ['Countries', 'true']],
    ['/stories/south-caucasus', trailsFor(words).stories, ['Stories', 'true']],
    ['/latest/2', [], ['Latest', 'true']],
    ['/categories/conflict', [], ['Conflict', 'page']],
    ['/articles/ceasefire', [conflict], ['Conflict', 'true']],
    ['/latest-words', [], undefined],
  ])('says of the page at %s which desk or list it is or belongs to', (path, trail, current) => {
    history.replaceState(null, '', path)
    printPage(
      <div>
        <Masthead site={aSite()} words={words} />
        <Breadcrumb links={trail} words={words} />
      </div>,
    )
    const [menu, ...rest] = [...document.querySelectorAll('section-links')].map((links) =>
      [...links.querySelectorAll('[aria-current]')].map((link) => [
        link.textContent,
        link.getAttribute('aria-current'),
      ]),
    )
    expect(menu).toEqual(current ? [current] : [])
    expect(rest).toEqual([menu])
  })

  it('is dated by the reader’s own clock, in the edition’s language, where the date can be seen', () => {
    printPage(<Masthead site={aSite({ language: 'fr' })} words={wordsFor('fr')} />)
    const date = document.querySelector('edition-date') ?? document.body
    show(date, false)
    expect(date.textContent).toBe('')
    show(date, true)
    expect(date.textContent).toMatch(/^\p{Lu}\p{Ll}+ \d+(?:er)? \p{Ll}+ \d{4}$/u)
    expect(screen.getByText('Édition française')).toBeTruthy()
  })
})

describe('pictures', () => {
  const sizes = () => screen.getByRole('img').getAttribute('sizes')
  const page = (
    <>
      <Photo picture={aPicture()} sizes="100vw" />
      <sparing-pictures />
    </>
  )

  it('are fetched small for a reader who saves data, and as they are for all others', () => {
    printPage(page)
    expect(sizes()).toBe('100vw')
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } })
    printPage(page)
    expect(sizes()).toBe('160px')
    Reflect.deleteProperty(navigator, 'connection')
  })
})
