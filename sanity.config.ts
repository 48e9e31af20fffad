import { visionTool } from '@sanity/vision'
import { defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { schemaTypes } from './sanity/schema/schemaTypes.ts'
import { documentActions } from './sanity/studio/actions/documentActions.ts'
import { StudioInput } from './sanity/studio/inputs/StudioInput.tsx'
import { lakeWorkspace } from './sanity/studio/lakeWorkspace.ts'
import { MeridianIcon } from './sanity/studio/MeridianIcon.tsx'
import { structure } from './sanity/studio/structure.ts'
import { studioEnv } from './sanity/studio/studioEnv.ts'
import { templates } from './sanity/studio/templates.ts'

const { projectId, dataset, siteUrl, lakeHost } = studioEnv
const { document, ...workspace } = lakeHost ? lakeWorkspace(lakeHost) : { document: {} }

export default defineConfig({
  name: 'meridian',
  title: 'Meridian',
  icon: MeridianIcon,
  projectId,
  dataset,
  ...workspace,
  plugins: [
    structureTool({ title: 'Desk', structure }),
    visionTool({ title: 'Queries', defaultApiVersion: '2025-02-19' }),
  ],
  schema: { types: schemaTypes, templates },
  form: { components: { input: StudioInput } },
  document: { ...document, actions: documentActions(siteUrl) },
})
