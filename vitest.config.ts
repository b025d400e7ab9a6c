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
    // What is waited for comes when it comes, on a machine that is busy later: these end what hangs, and judge no speed.
    testTimeout: 240_000,
    hookTimeout: 480_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
  },
})
