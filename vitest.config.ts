import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/helpers/longest-first.ts'

const require = createRequire(import.meta.url)

export default defineConfig({
  // Vite would take the ES build of graphql and Mercurius the CommonJS one: two copies, whose schemas do not know each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/helpers/global-setup.ts'],
    maxWorkers: 2,
    // A fifth of the time went to collecting what just one newsroom leaves behind.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // Each file has its own newsroom and database; loading the service anew for each took half of the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
