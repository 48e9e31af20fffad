import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import { routes } from '../routes.ts'
import type { CountryName } from './article.ts'

type Named = Pick<StoredCountryName, '_id' | 'name' | 'slug' | 'iso2' | 'isoNumeric'>

/** A country as lists, flags and maps name it. */
export const toCountryName = ({ _id, name, slug, iso2, isoNumeric }: Named): CountryName => ({
  id: _id,
  name,
  href: routes.country(slug),
  iso2,
  isoNumeric,
})
