/** The API version of an address, without its `v`: `/v2025-02-19/data/…` → `2025-02-19`. Without one it is `1`, the oldest. */
export function apiVersionOf(url: string): string {
  return /^\/v(\d{4}-\d{2}-\d{2}|\d+|X)(?=\/|$)/.exec(new URL(url).pathname)?.[1] ?? '1'
}
