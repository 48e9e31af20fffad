import { isAllowedLink } from '../../allowedAddresses.ts'

/** Every link in a stored document that readers must not follow, with the place it stands in. */
export const unsafeLinksIn = (value: unknown, path = ''): { field: string; href: string }[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => unsafeLinksIn(each, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([name, each]) =>
    unsafeLinksIn(each, path === '' ? name : `${path}.${name}`),
  )
  return isUnsafeLink(value) ? [{ field: `${path}.href`, href: String(value.href) }, ...below] : below
}

const isUnsafeLink = (value: object): value is { href: unknown } =>
  '_type' in value &&
  value._type === 'link' &&
  'href' in value &&
  !(typeof value.href === 'string' && isAllowedLink(value.href))
