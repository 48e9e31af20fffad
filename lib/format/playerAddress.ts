/** A film's number or name within its house's addresses. */
const FILM: Record<string, { path: RegExp; player: (film: string) => string }> = {
  youtube: {
    path: /^(?:\/(?:embed|shorts|live)\/|\/watch\?(?:.*&)?v=|\/)([\w-]{11})(?:[?&/].*)?$/,
    player: (film) => `https://www.youtube-nocookie.com/embed/${film}?autoplay=1`,
  },
  vimeo: {
    path: /^\/(?:video\/)?(\d+)(?:[?/].*)?$/,
    player: (film) => `https://player.vimeo.com/video/${film}?autoplay=1&dnt=1`,
  },
}

/**
 * The address that plays a film within a page without keeping a record of who sees it; undefined for an address
 * that names no single film, which stays a link. The policy of our pages allows these two houses alone.
 */
export const playerAddress = (provider: string, url: string): string | undefined => {
  const house = FILM[provider]
  const address = URL.parse(url)
  const film = house?.path.exec(`${address?.pathname}${address?.search}`)?.[1]
  return film && house?.player(film)
}
