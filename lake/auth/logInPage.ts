import { html } from 'hono/html'
import { pageStyle } from '../http/pageStyle.ts'

export interface LogInPage {
  /** Where the Studio waits, shown so that nobody types a password for a page they do not expect. */
  origin: string
  type: string
  withSid: string
  email?: string
  /** What went wrong, in a sentence. */
  problem?: string
}

const style = `
  main { max-width: 24rem; }
  label { display: block; margin: 1.25rem 0 .35rem; font-size: .8125rem; font-weight: 600; letter-spacing: .02em; }
  input { width: 100%; padding: .65rem .75rem; font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--ink-2); }
  input:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  button { margin-top: 1.75rem; padding: .7rem 1.5rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--ink); border: 0; cursor: pointer; }
  .problem { margin: 1.25rem 0 0; padding: .75rem 1rem; border-left: 3px solid var(--problem); background: var(--panel); }
  .aside { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: .875rem; color: var(--ink-2); }
`

/** The lake's own log-in: one form, no script. */
export function logInPage({ origin, type, withSid, email = '', problem }: LogInPage) {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${problem ? 'Not logged in — ' : ''}Log in — Meridian</title>
  ${pageStyle(style)}
</head>
<body>
<main>
  <p class="wordmark">Meridian</p>
  <h1>Log in to the newsroom</h1>
  ${problem ? html`<p class="problem" role="alert" id="problem">${problem}</p>` : ''}
  <form method="post" action="/login">
    <input type="hidden" name="origin" value="${origin}">
    <input type="hidden" name="type" value="${type}">
    <input type="hidden" name="withSid" value="${withSid}">
    <label for="email">E-mail address</label>
    <input id="email" name="email" type="email" autocomplete="username" required value="${email}"
      ${email ? '' : html`autofocus`} ${problem ? html`aria-describedby="problem"` : ''}>
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required ${email ? html`autofocus` : ''}>
    <button type="submit">Log in</button>
  </form>
  <p class="aside">You return to ${new URL(origin).host}. Lost the password? Whoever runs this machine sets a new one with
    <code>npm run lake -- user password</code>.</p>
</main>
</body>
</html>`
}

/** Shown when the log-in was called in a way that cannot end well, with what to do about it. */
export function logInProblemPage(problem: string) {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Log in — Meridian</title>
  ${pageStyle(style)}
</head>
<body>
<main>
  <p class="wordmark">Meridian</p>
  <h1>This log-in cannot go on</h1>
  <p class="problem" role="alert">${problem}</p>
  <p><a href="/">Open the Studio</a></p>
</main>
</body>
</html>`
}
