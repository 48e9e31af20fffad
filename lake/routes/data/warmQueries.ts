import { listDatasets } from '../../store/datasets.ts'
import type { DataServices } from './dataServices.ts'

/** Has a query process ready, its code compiled, before the first reader asks. */
export function warmQueries({ context, processes }: DataServices): void {
  for (const { name } of listDatasets(context.database)) {
    processes
      .query({
        dataset: name,
        query: '*[_type == $type] | order(_updatedAt desc)[0...5]{_id, "first": references->_id}',
        params: { type: 'article' },
        perspective: [],
        reach: 'all',
        identity: 'lake',
        now: context.now(),
        sourceMap: 'none',
      })
      // The lake may be stopped before it has begun.
      .catch((error: unknown) => context.log.debug({ err: error }, 'queries could not be warmed'))
  }
}
