import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startLake, type TestLake } from '../../support/lake.ts'
import { store } from './newsroomLake.ts'

const seedDocument = z.looseObject({ _id: z.string(), _type: z.string() })

/** A real lake with the demonstration newsroom in it, without its pictures: they take longer than all the rest. */
export const startDemonstrationLake = async (): Promise<TestLake> => {
  const lake = await startLake()
  process.env.SANITY_API_HOST = lake.url
  process.env.SITE_URL = 'https://news.example'
  const lines = readFileSync(join(process.cwd(), 'sanity/seed/newsroom/newsroom.ndjson'), 'utf8')
    .trim()
    .split('\n')
  await store(lake, ...lines.map((line) => seedDocument.parse(JSON.parse(line, withoutPictures))))
  return lake
}

const withoutPictures = (_field: string, value: unknown) =>
  typeof value === 'object' && value !== null && '_sanityAsset' in value ? undefined : value
