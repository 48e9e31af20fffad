/** The globe with its prime meridian, as in the masthead. */
export function MeridianIcon() {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="12" cy="12" r="9" strokeWidth="1.5" />
      <ellipse cx="12" cy="12" rx="4" ry="9" strokeWidth="1.2" />
      <path d="M12 1.5v21" strokeWidth="2" />
      <path d="M3 12h18" strokeWidth="1.2" />
    </svg>
  )
}
