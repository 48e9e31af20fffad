import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { RiverPage } from '../../lib/model/river.ts'
import { routes } from '../../lib/routes.ts'
import { NumberedRiver } from '../category/NumberedRiver.tsx'
import { OlderInArchive } from '../category/OlderInArchive.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'

interface Props {
  river: RiverPage
  breadcrumb: Link[]
  words: Words
}

/** Everything, newest first; its last page leads on to the archive. */
export const LatestPage = ({ river, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    list="latest"
    header={
      <PageHeader
        heading={words.browse.latest}
        aside={river.page > 1 ? words.browse.page(river.page) : undefined}
        standfirst={words.browse.latestStandfirst}
      />
    }
  >
    <NumberedRiver river={river} href={routes.latest()} words={words} />
    {river.page === river.pageCount && !river.goesOn && <OlderInArchive words={words} />}
  </StackedPage>
)
