import { targetOfFile } from '../support/conformanceTarget.ts'

const target = targetOfFile()

beforeAll(async () => {
  const { client, id, type } = target()
  await client()
    .transaction()
    .create({ _id: id('a'), _type: type('article'), headline: 'A' })
    .create({ _id: id('b'), _type: type('article'), headline: 'B' })
    .create({ _id: `drafts.${id('a')}`, _type: type('article'), headline: 'A, drafted' })
    .commit()
})

/** What `/data/doc` answers about documents of this file. */
async function look(names: string[], { token, more = '' }: { token?: null; more?: string } = {}) {
  const { ask, dataset, mark } = target()
  const ids = names.map((name) => encodeURIComponent(name.replace('~', `${mark}-`)))
  const response = await ask(`/data/doc/${dataset}/${ids.join(',')}${more}`, token === null ? { token } : {})
  const text = await response.text()
  return { status: response.status, text, body: JSON.parse(text.replaceAll(`${mark}-`, '~')) }
}

describe('documents by their ids', () => {
  it('come as they are stored, whatever the perspective', async () => {
    const { client, id } = target()
    const published = client({ perspective: 'published' })
    expect(await published.getDocument(`drafts.${id('a')}`)).toMatchObject({
      _id: `drafts.${id('a')}`,
      headline: 'A, drafted',
      _rev: expect.any(String),
    })
  })

  it('come in the order asked, null for what is not there', async () => {
    const { client, id } = target()
    const documents = await client().getDocuments([id('b'), id('none'), id('a')])
    expect(documents.map((document) => document?.headline ?? null)).toEqual(['B', null, 'A'])
    expect(await client().getDocument(id('none'))).toBeUndefined()
  })

  it('are told apart: what is there, what is not', async () => {
    const { status, body } = await look(['~a', '~none'])
    expect(status).toBe(200)
    expect(body.documents).toHaveLength(1)
    expect(body.omitted).toEqual([{ id: '~none', reason: 'existence' }])
  })

  it('can be asked about without their content', async () => {
    const { client, id } = target()
    const { body } = await look(['~a', '~none'], { more: '?excludeContent=true' })
    expect(body).toMatchObject({ documents: [], omitted: [{ id: '~none', reason: 'existence' }] })
    expect(await client().documentsExists([id('a'), id('none')])).toEqual(new Set([id('a')]))
  })

  it('may bring all their versions along', async () => {
    const { body } = await look(['~a'], { more: '?includeAllVersions=true' })
    const ids = body.documents.map(({ _id }: { _id: string }) => _id)
    expect(ids.toSorted()).toEqual(['drafts.~a', '~a'])
  })
})

describe('a caller without a token', () => {
  it('reads what is published', async () => {
    expect((await look(['~b'], { token: null })).body.documents).toMatchObject([{ _id: '~b', headline: 'B' }])
  })

  it('cannot tell a draft that exists from one that does not', async () => {
    const { body, text } = await look(['drafts.~a', 'drafts.~none'], { token: null })
    expect(text).not.toContain('drafted')
    expect(body.documents).toEqual([])
    const [there, nowhere] = body.omitted
    expect(there.reason).toBe(nowhere.reason)
  })
})

describe('the other ways to documents', () => {
  it('the dataset answers a ping', async () => {
    expect((await target().ask(`/data/ping/${target().dataset}`)).status).toBe(200)
  })

  it('an unknown dataset is 404 in words', async () => {
    await expect(target().client({ dataset: 'nobody-made-this-one' }).getDocument('a')).rejects.toMatchObject(
      { statusCode: 404 },
    )
  })
})
