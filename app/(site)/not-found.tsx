import { NotFound } from '../../components/site/NotFound.tsx'
import { getSite } from '../../lib/content/getSite.ts'
import { wordsFor } from '../../lib/format/words/wordsFor.ts'
import { missingMetadata } from '../../lib/seo/metadata.ts'

export const generateMetadata = async () => missingMetadata(await getSite())

const SiteNotFound = async () => <NotFound words={wordsFor((await getSite()).language)} />

export default SiteNotFound
