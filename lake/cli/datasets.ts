import { removeDataset } from '../datasets/removeDataset.ts'
import { ensureDataset, listDatasets, readDataset } from '../store/datasets.ts'
import { countDocuments } from '../store/documents.ts'
import { type Command, CommandError, printTable, requireWord } from './command.ts'

export const datasetCommands: readonly Command[] = [
  {
    name: 'dataset create',
    usage: 'NAME [--private]',
    help: 'make a dataset; what is published in a private one needs a token to be read',
    options: { private: { type: 'boolean' } },
    run: (input) => {
      const name = requireWord(input, 'dataset')
      if (!/^[a-z0-9][-_a-z0-9]{0,63}$/.test(name)) {
        throw new CommandError('A dataset is named with small letters, digits, hyphens and underscores.')
      }
      const { database } = input.context
      if (readDataset(database, name)) throw new CommandError(`There is a dataset "${name}" already.`)
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
    name: 'dataset delete',
    usage: 'NAME --force',
    help: 'delete a dataset with its documents, history, pictures and files',
    options: { force: { type: 'boolean' } },
    run: async (input) => {
      const name = requireWord(input, 'dataset')
      const { database } = input.context
      const known = readDataset(database, name)
      if (!known) throw new CommandError(`There is no dataset "${name}".`)
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
