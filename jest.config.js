import nextJest from 'next/jest.js'

const createJestConfig = nextJest({ dir: './' })

const project = async (name, testMatch, extra = {}) => {
  const config = await createJestConfig({
    displayName: name,
    testMatch,
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/.build/', '<rootDir>/.data/'],
    ...extra,
  })()
  return { ...config, transform: withoutMjs(config.transform) }
}

// Next's transformer would turn an .mjs file into CommonJS, and Jest runs it as the module that it is.
const withoutMjs = (transform) =>
  Object.fromEntries(Object.entries(transform).map(([pattern, use]) => [pattern.replace('|mjs', ''), use]))

export default async () => ({
  // A machine that does other things as well makes a real lake slow, not wrong.
  testTimeout: 30_000,
  projects: [
    await project('unit', [
      '<rootDir>/tests/unit/**/*.test.{ts,tsx}',
      '<rootDir>/tests/architecture.test.ts',
    ]),
    await project('integration', [
      '<rootDir>/tests/integration/**/*.integration.test.{ts,tsx}',
      '<rootDir>/tests/conformance/**/*.conformance.test.ts',
    ]),
    await project('e2e', ['<rootDir>/tests/e2e/**/*.e2e.ts'], {
      globalSetup: '<rootDir>/tests/support/e2eSetup.ts',
      globalTeardown: '<rootDir>/tests/support/e2eTeardown.ts',
    }),
  ],
})
