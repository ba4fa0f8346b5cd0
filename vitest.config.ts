import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-bin.ts'],
    setupFiles: ['test/fixed-seed.ts'],
    // Most wait for a process that they have started, while the usual number leaves one core to itself.
    maxWorkers: Math.max(2, availableParallelism()),
    // Tests start real git and real installs; a machine that is busy is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    unstubEnvs: true,
  },
})
