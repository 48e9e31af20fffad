import { inOneSentence } from '../../../../lake/inOneSentence.ts'

const failure = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {})

describe('what the operator reads when the lake cannot go on', () => {
  it.each([
    [failure('ENOSPC: no space left on device, write', 'ENOSPC'), 'The disk is full'],
    [failure('database or disk is full', 'ERR_SQLITE_ERROR'), 'The disk is full'],
    [failure('unable to open database file', 'ERR_SQLITE_ERROR'), 'LAKE_DATA_DIR'],
    [failure('file is not a database', 'ERR_SQLITE_ERROR'), 'damaged'],
    [failure("EACCES: permission denied, mkdir '/x'", 'EACCES'), 'may not be read or written'],
    [failure('Port 3333 is in use.'), 'Port 3333 is in use.'],
  ])('says of “%p” what to do', (error, words) => {
    expect(inOneSentence(error)).toContain(words)
  })
})
