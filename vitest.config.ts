import os from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const HOUR = 60 * 60 * 1000;

export default defineConfig({
  test: {
    // CI counts tests from these files (.ci/run).
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: `.results/${process.pid}.json` }]]
      : ['default'],
    projects: [
      {
        // The suite's own tests: no subject is needed.
        test: {
          name: 'unit',
          // One core a worker; of two cores, the default leaves one idle.
          maxWorkers: os.availableParallelism(),
          // Some start processes of their own, on a machine that may be busy.
          testTimeout: 60_000,
          // Every room but the suites, so that a new room cannot be forgotten.
          include: ['**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'suites/**', '.subjects/**', 'dist/**'],
        },
      },
      {
        // The drivers against real builds.
        test: {
          name: 'drivers',
          // After the unit tests: builds need the cores for themselves.
          sequence: { groupOrder: 1 },
          include: ['suites/drivers/**/*.test.ts'],
          testTimeout: HOUR,
          hookTimeout: HOUR,
          fileParallelism: false,
        },
      },
      {
        // Credentials from a real LocalStack, where there is a Docker engine with its image.
        test: {
          name: 'localstack',
          include: ['suites/localstack/**/*.test.ts'],
          testTimeout: HOUR,
          hookTimeout: HOUR,
          disableConsoleIntercept: true,
        },
      },
      {
        // The main job.
        test: {
          name: 'conformance',
          include: ['suites/conformance.test.ts'],
          testTimeout: HOUR,
          hookTimeout: HOUR,
          disableConsoleIntercept: true,
        },
      },
    ],
  },
});
