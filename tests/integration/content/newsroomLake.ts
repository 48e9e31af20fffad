import { aSmallNewsroom, type StoredDocument } from '../../fixtures/stored.ts'
import { startLake, type TestLake } from '../../support/lake.ts'

/** A real lake with the small newsroom in it, which the loaders of this test file read as any reader would. */
export const startNewsroomLake = async (): Promise<TestLake> => {
  const lake = await startLake()
  process.env.SANITY_API_HOST = lake.url
  process.env.SITE_URL = 'https://news.example'
  await store(lake, ...aSmallNewsroom())
  return lake
}

/** Stores documents as they are, over what was there: also those that the Studio would not let through. */
export const store = async (lake: TestLake, ...documents: StoredDocument[]): Promise<void> => {
  const transaction = documents.reduce(
    (all, document) => all.createOrReplace(document),
    lake.client('administrator').transaction(),
  )
  await transaction.commit()
}
