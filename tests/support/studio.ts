import type { Locator, Page } from 'playwright-core'
import { getNewsroom } from './sharedNewsroom.ts'

/** Logs in by the Studio's own screen, as the administrator unless somebody else is named, and waits for the desk. */
export async function logIn(page: Page, account = getNewsroom().admin): Promise<void> {
  const { studioUrl } = getNewsroom()
  await page.goto(studioUrl)
  await page
    .getByRole('link', { name: /local account|log in|sign in/i })
    .or(page.getByRole('button', { name: /local account|log in|sign in/i }))
    .first()
    .click()
  await page.getByLabel(/e-?mail/i).fill(account.email)
  await page.getByLabel(/password/i).fill(account.password)
  await page.getByRole('button', { name: /log in|sign in|enter/i }).click()
  await page.getByTestId('studio-navbar').waitFor()
}

/** Opens an article's draft, or what is published of it; its form is there when its headline is. */
export async function openArticle(
  page: Page,
  id: string,
  perspective: 'drafts' | 'published' = 'drafts',
): Promise<Locator> {
  const chosen = perspective === 'published' ? '?perspective=published' : ''
  await page.goto(
    `${getNewsroom().studioUrl}/intent/edit/id=${encodeURIComponent(id)};type=article/${chosen}`,
  )
  const headline = page.getByTestId('field-headline').locator('input, textarea').first()
  await headline.waitFor()
  return headline
}
