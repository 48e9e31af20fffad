import { z } from 'zod'
import { isAllowedLink } from '../allowedAddresses.ts'
import { optionalPicture } from './parts/picture.ts'
import { identity, list, optionalText, pictureFields, revision, slug, text } from './parts/values.ts'
import type { DocumentsQuery } from './query.ts'

const document = z.object({ ...identity, name: text, role: optionalText, slug: optionalText })

/** Who wrote an article. */
export const authors: DocumentsQuery<typeof document> = {
  name: 'authors by id',
  groq: `*[_type == "author" && _id in $ids]{_id, _type, name, role, "slug": slug.current}`,
  document,
}

const link = z.object({
  label: text,
  url: z.string().refine(isAllowedLink, 'is not an address that readers may follow'),
})

const profile = z.object({
  ...identity,
  _rev: revision,
  name: text,
  slug,
  role: optionalText,
  bio: optionalText,
  photo: optionalPicture,
  links: list(link),
})

/** Authors with all that their own page says of them. */
export const authorProfiles: DocumentsQuery<typeof profile> = {
  name: 'profiles of authors by id',
  groq: `*[_type == "author" && _id in $ids]{
    _id, _type, _rev, name, "slug": slug.current, role, bio, ${pictureFields('photo')}, links[]{label, url}
  }`,
  document: profile,
}

export type StoredAuthor = z.infer<typeof document>
export type StoredProfile = z.infer<typeof profile>
