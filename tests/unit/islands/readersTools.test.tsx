/** @jest-environment jsdom */
import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { ArticleTools } from '../../../components/article/ArticleTools.tsx'
import '../../../components/article/saveArticle.island.ts'
import '../../../components/article/shareArticle.island.ts'
import '../../../components/keyPoints/copyLinks.island.ts'
import { KeyPoint } from '../../../components/keyPoints/KeyPoint.tsx'
import { MastheadControls } from '../../../components/site/MastheadControls.tsx'
import '../../../components/site/savedCount.island.ts'
import { StatusLine } from '../../../components/site/StatusLine.tsx'
import '../../../components/site/themeSwitch.island.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { aKeyPoint, anArticle } from '../../fixtures/article.ts'
import { printPage } from '../../support/printed.ts'

const words = wordsFor('en')
const article = anArticle()

beforeEach(() => {
  localStorage.clear()
  delete document.documentElement.dataset.theme
})

describe('the colours', () => {
  const button = () => screen.getByRole('button', { name: /^Colours/ })

  it('go from the device’s own to light, to dark and back, and say which they are', async () => {
    printPage(<MastheadControls words={words} />)
    const seen = [button().title]
    for (const _ of [1, 2, 3]) {
      await userEvent.click(button())
      seen.push(`${button().title} ${document.documentElement.dataset.theme ?? ''}`)
    }
    expect(seen).toEqual([
      'Colours: as on your device',
      'Colours: light light',
      'Colours: dark dark',
      'Colours: as on your device ',
    ])
  })

  it('are kept for the next page', async () => {
    printPage(<MastheadControls words={words} />)
    await userEvent.click(button())
    printPage(<MastheadControls words={words} />)
    expect(button().title).toBe('Colours: light')
  })
})

describe('an article’s tools', () => {
  const page = (
    <>
      <MastheadControls words={words} />
      <ArticleTools article={article} words={words} />
      <StatusLine />
    </>
  )

  it('save it and count it in the masthead, until it is pressed again', async () => {
    printPage(page)
    const save = screen.getByRole('button', { name: 'Save' })
    await userEvent.click(save)
    expect(save.getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByRole('link', { name: /^Saved/ }).textContent).toBe('Saved1')
    expect(screen.getByRole('status').textContent).toMatch(/^Saved\. You will find it/)
    expect(JSON.parse(localStorage.getItem('meridian.saved') ?? '')).toMatchObject([
      { href: article.href, headline: article.headline, accent: article.category.accent },
    ])
    await userEvent.click(save)
    expect(save.getAttribute('aria-pressed')).toBe('false')
    expect(screen.getByRole('link', { name: /^Saved/ }).textContent).toBe('Saved')
  })

  it('say on the next visit that it is saved, whatever else the browser holds', () => {
    localStorage.setItem(
      'meridian.saved',
      JSON.stringify([{ href: article.href, headline: 'x' }, 7, { href: 'javascript:1', headline: 'y' }]),
    )
    printPage(page)
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByRole('link', { name: /^Saved/ }).textContent).toBe('Saved1')
  })

  it('begin anew where what the browser holds cannot be read', () => {
    localStorage.setItem('meridian.saved', '{')
    printPage(page)
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-pressed')).toBe('false')
  })

  it('copy its address where the device has no sharing of its own, and say so', async () => {
    const user = userEvent.setup()
    printPage(page)
    await user.click(screen.getByRole('button', { name: 'Share' }))
    expect(await screen.findByText('The link is copied.')).toBeTruthy()
    expect(await navigator.clipboard.readText()).toBe('http://localhost/')
  })

  it('hand it to the device’s own sharing where there is one', async () => {
    const shared: unknown[] = []
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: async (what: unknown) => shared.push(what),
    })
    printPage(page)
    await userEvent.click(screen.getByRole('button', { name: 'Share' }))
    expect(shared).toEqual([{ title: article.headline, url: 'http://localhost/' }])
    Reflect.deleteProperty(navigator, 'share')
  })
})

describe('the link of a key point', () => {
  it('is copied when it is followed', async () => {
    const user = userEvent.setup()
    printPage(
      <>
        <copy-links data-done={words.reader.copied}>
          <ul>
            <KeyPoint point={aKeyPoint({ key: 'p7' })} words={words} />
          </ul>
        </copy-links>
        <StatusLine />
      </>,
    )
    await user.click(screen.getByRole('link', { name: 'Link to this point' }))
    expect(await screen.findByText('The link is copied.')).toBeTruthy()
    expect(await navigator.clipboard.readText()).toBe('http://localhost/#p7')
    expect(location.hash).toBe('#p7')
  })
})
