import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', 'dist/**'],
    include: [
      'engines/**/*.test.ts',
      'kernel/**/*.test.ts',
      'systems/**/*.test.ts',
      'app/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    reporters: ['default', './test/closingLine.ts'],
    globalSetup: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // What is waited for comes when it comes, on a machine that is busy later.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
})
