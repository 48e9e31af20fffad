import { resolve } from 'node:path'
import { progressLines } from '../backup/progressLines.ts'
import { restoreBackup } from '../backup/restoreBackup.ts'
import { type Command, requireWord } from './command.ts'
import { counted } from './counted.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'DIR [--replace]',
  help: 'make the data folder from a backup, checked, all or nothing; the lake must be stopped; --replace keeps the old folder under another name',
  options: { replace: { type: 'boolean' } },
  run: async (input) => {
    const folder = resolve(requireWord(input, 'folder the backup is in'))
    const { dataDir } = input.settings
    const { manifest, keptAs } = await restoreBackup({
      folder,
      dataDir,
      replace: input.options.replace === true,
      now: () => Date.now(),
      progress: progressLines(input.print),
    })
    const documents = manifest.datasets.reduce((sum, dataset) => sum + dataset.documents, 0)
    input.print(
      `${dataDir} is as it was at ${manifest.madeAt}: ${counted(manifest.datasets.length, 'dataset')} with ${counted(documents, 'document')}, ` +
        `${counted(manifest.assets.files, 'picture or file', 'pictures and files')}.`,
    )
    if (keptAs) input.print(`What was there before is in ${keptAs}: delete it when you are sure.`)
    const missing = manifest.missing.length
    if (missing > 0) {
      const were = missing === 1 ? 'was' : 'were'
      input.print(
        `${counted(missing, 'file')} ${were} missing already when the backup was made: backup.json names them.`,
      )
    }
  },
}
