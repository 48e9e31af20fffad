import { isUnchanged, toOutput } from '../../../lib/feeds/output.ts'

const answer = toOutput('text', 'text/plain', '2023-09-20T09:10:00Z').headers
const etag = answer.get('etag') ?? ''
const unchangedFor = (headers: Record<string, string>) => isUnchanged(new Headers(headers), answer)
const lastModified = { 'if-modified-since': 'Wed, 20 Sep 2023 09:10:00 GMT' }

describe('whether a reader has an answer already', () => {
  it('is told by the sign of the answer, weak or strong, alone or among others', () => {
    expect(unchangedFor({ 'if-none-match': etag })).toBe(true)
    expect(unchangedFor({ 'if-none-match': etag.replace('W/', '') })).toBe(true)
    expect(unchangedFor({ 'if-none-match': `"another", ${etag}` })).toBe(true)
    expect(unchangedFor({ 'if-none-match': '*' })).toBe(true)
    expect(unchangedFor({ 'if-none-match': '"another"' })).toBe(false)
  })

  it('is told by its date where no sign is sent', () => {
    expect(unchangedFor(lastModified)).toBe(true)
    expect(unchangedFor({ 'if-modified-since': 'Wed, 20 Sep 2023 09:09:59 GMT' })).toBe(false)
    expect(unchangedFor({ 'if-modified-since': 'yesterday' })).toBe(false)
  })

  it('goes by the sign when the date says otherwise', () => {
    expect(unchangedFor({ ...lastModified, 'if-none-match': '"another"' })).toBe(false)
  })

  it('is never so for an answer without signs', () => {
    expect(isUnchanged(new Headers({ 'if-none-match': etag }), new Headers())).toBe(false)
    expect(isUnchanged(new Headers(lastModified), new Headers())).toBe(false)
  })
})
