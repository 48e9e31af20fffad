import { defineCliConfig } from 'sanity/cli'
import { studioEnv } from './sanity/studio/studioEnv.ts'

export default defineCliConfig({
  api: { projectId: studioEnv.projectId, dataset: studioEnv.dataset },
  // The Studio of one machine without internet: it may not ask for newer versions of itself.
  deployment: { autoUpdates: false },
  typegen: { enabled: false },
  schemaExtraction: { enabled: false },
})
