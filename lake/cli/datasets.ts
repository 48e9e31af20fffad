import { datasetName, datasetNameRule } from '../datasets/datasetName.ts'
import { removeDataset } from '../datasets/removeDataset.ts'
import {
  type Dataset,
  ensureDataset,
  listDatasets,
  namesBeingDeleted,
  readDataset,
  setAclMode,
} from '../store/datasets.ts'
import { countDocuments } from '../store/documents.ts'
import {
  type Command,
  CommandError,
  type CommandInput,
  printTable,
  requireWord,
  UsageError,
} from './command.ts'

export const datasetCommands: readonly Command[] = [
  {
    name: 'dataset create',
    usage: 'NAME [--private]',
    help: 'make a dataset; what is published in a private one needs a token to be read',
    options: { private: { type: 'boolean' } },
    run: (input) => {
      const name = requireWord(input, 'dataset')
      if (!datasetName.safeParse(name).success) throw new UsageError(datasetNameRule)
      const { database } = input.context
      if (readDataset(database, name)) throw new CommandError(`There is a dataset "${name}" already.`)
      if (namesBeingDeleted(database).includes(name)) {
        throw new CommandError(`Dataset "${name}" is still being deleted. Try again when that is done.`)
      }
      const mode = input.options.private === true ? 'private' : 'public'
      ensureDataset(database, name, mode, new Date(input.context.now()).toISOString())
      input.print(`Dataset "${name}" is there (${mode}).`)
    },
  },
  {
    name: 'dataset list',
    usage: '',
    help: 'list datasets: name, who may read, documents with drafts',
    run: ({ context, print }) => {
      const rows = listDatasets(context.database).map(({ name, aclMode }) => [
        name,
        aclMode,
        String(countDocuments(context.database, name)),
      ])
      printTable(print, [['NAME', 'MODE', 'DOCUMENTS'], ...rows])
    },
  },
  {
    name: 'dataset visibility',
    usage: 'NAME [public|private]',
    help: 'say who may read what is published, or change it; a running lake ends guests’ streams within seconds',
    run: (input) => {
      const { name, aclMode } = requireKnown(input)
      const [, wanted] = input.words
      if (wanted === undefined) return input.print(aclMode)
      if (wanted !== 'public' && wanted !== 'private') {
        throw new UsageError(`A dataset is public or private, not "${wanted}".`)
      }
      setAclMode(input.context.database, name, wanted)
      input.print(`Dataset "${name}" is ${wanted} now.`)
    },
  },
  {
    name: 'dataset delete',
    usage: 'NAME --force',
    help: 'delete a dataset with its documents, history, pictures and files',
    options: { force: { type: 'boolean' } },
    run: async (input) => {
      const known = requireKnown(input)
      const { name } = known
      const { database } = input.context
      const documents = countDocuments(database, name)
      if (input.options.force !== true) {
        throw new CommandError(
          `This deletes ${documents} documents and their history for good; repeat it with --force.`,
        )
      }
      await removeDataset(input.context, known)
      input.print(`Dataset "${name}" with ${documents} documents is deleted.`)
    },
  },
]

/** @throws CommandError */
function requireKnown(input: CommandInput): Dataset {
  const name = requireWord(input, 'dataset')
  const known = readDataset(input.context.database, name)
  if (known) return known
  throw new CommandError(`There is no dataset "${name}".`)
}
