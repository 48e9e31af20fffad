import type { Condition, FoundDocument, Selection } from '../../store/selection.ts'

/** A document as a query sees it. */
export type QueryDocument = FoundDocument

/** The documents of one perspective and one kind of caller, in one unchanging state. */
export interface DocumentSource {
  get(id: string): QueryDocument | undefined
  /** The documents for which all conditions hold, one after the other; several readings may be under way. */
  read(selection: Selection): Iterable<QueryDocument>
  /** How many `read` would give, or undefined when only reading can tell. */
  count(selection: Selection): number | undefined
  /** Whether `read` can keep to the order that the selection asks for. */
  canOrder(selection: Selection): boolean
  /** Whether an index answers the condition in a selection that has `among`, too; else it must not be in one. */
  has(condition: Condition, among: readonly Condition[]): boolean
}
