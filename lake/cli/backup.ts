import { resolve } from 'node:path'
import { makeBackup } from '../backup/makeBackup.ts'
import { progressLines } from '../backup/progressLines.ts'
import { type Command, CommandError, requireWord } from './command.ts'
import { counted } from './counted.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'DIR',
  help: 'copy everything into a folder while the lake runs, and check the copy; what is there already is not copied again',
  run: async (input) => {
    const folder = resolve(requireWord(input, 'folder the backup goes to'))
    const { dataDir } = input.settings
    const { manifest, assets } = await makeBackup({
      dataDir,
      folder,
      now: () => Date.now(),
      progress: progressLines(input.print),
    })
    const documents = manifest.datasets.reduce((sum, dataset) => sum + dataset.documents, 0)
    input.print(
      `Backup of ${dataDir} in ${folder}, checked: ${counted(manifest.datasets.length, 'dataset')} with ${counted(documents, 'document')}, ` +
        `${counted(assets.files, 'picture or file', 'pictures and files')} (${assets.copied} of them new), made by ${manifest.program}.`,
    )
    input.print('It holds drafts, password hashes and secrets.json: keep it as safe as the data folder.')
    for (const path of assets.missing)
      input.print(`Not in the data folder, and so not in the backup: assets/${path}`)
    const [damaged] = assets.damaged
    if (damaged !== undefined) {
      throw new CommandError(
        `${resolve(dataDir, 'assets', damaged)} is damaged (${assets.damaged.length} such files): its bytes are not those of its name. ` +
          'The backup holds everything else; upload the file again.',
      )
    }
  },
}
