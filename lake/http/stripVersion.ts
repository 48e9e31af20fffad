/** `/v2025-02-19/data/query/production` → `/data/query/production`: every API version is answered alike. */
export function stripVersion(pathname: string): string {
  return pathname.replace(/^\/v(?:\d{4}-\d{2}-\d{2}|\d+|X)(?=\/|$)/, '') || '/'
}
