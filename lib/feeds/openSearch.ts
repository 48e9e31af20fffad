import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Site } from '../model/front.ts'
import { routes } from '../routes.ts'
import { withoutForbidden } from './xmlLetters.ts'

/** A browser shows no more of a search engine's name. */
const SHORT_NAME = 16

/** How browsers search the site from their own address line. */
export const openSearch = ({ name, url, language, description }: Site): string =>
  withoutForbidden(
    toXml([
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
      x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
        x('ShortName', name.slice(0, SHORT_NAME)),
        x('Description', description ?? name),
        x('Language', language),
        x('InputEncoding', 'UTF-8'),
        x('Image', { width: '192', height: '192', type: 'image/png' }, `${url}${routes.icon(192)}`),
        // The braces are the reader's words to be: they are no part of an address yet.
        x('Url', { type: 'text/html', template: `${url}${routes.search()}?q={searchTerms}` }),
        x('Url', {
          type: 'application/opensearchdescription+xml',
          rel: 'self',
          template: `${url}${routes.openSearch()}`,
        }),
      ]),
    ]),
  )
