import { defineConfig } from 'vitest/config';

// These run the built program; all others read the sources, and need not wait for a build.
const onTheBuiltProgram = [
  'test/{transcripts,interviews}/**/*.test.ts',
  'test/cli/{questions,json,why,give-out,full-disk,code-cache,stopped-export,seen-enough}*.test.ts',
  'test/forms/apart/**/*.test.ts',
  'test/records/fixed-queries.test.ts',
];

const setupFiles = ['test/held-objects.ts'];

export default defineConfig({
  test: {
    // By default one core is left free, which on two cores means one test file at a time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'program',
          include: onTheBuiltProgram,
          globalSetup: ['test/build.ts'],
          setupFiles,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxConcurrency: 3,
        },
      },
      {
        test: {
          name: 'sources',
          include: ['test/**/*.test.ts'],
          exclude: onTheBuiltProgram,
          setupFiles,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
