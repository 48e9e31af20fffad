import nextJest from 'next/jest.js'

const createJestConfig = nextJest({ dir: './' })

const project = async (name, testMatch, extra = {}) => ({
  ...(await createJestConfig({
    displayName: name,
    testMatch,
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/.build/', '<rootDir>/.data/'],
    ...extra,
  })()),
})

export default async () => ({
  projects: [
    await project('unit', ['<rootDir>/tests/unit/**/*.test.{ts,tsx}', '<rootDir>/tests/architecture.test.ts']),
    await project('integration', [
      '<rootDir>/tests/integration/**/*.integration.test.{ts,tsx}',
      '<rootDir>/tests/conformance/**/*.conformance.test.ts',
    ]),
    await project('e2e', ['<rootDir>/tests/e2e/**/*.e2e.ts']),
  ],
})
