import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The clones of the template database are made on one small server: more workers than cores only wait for each other.
// Two on two cores, since much of a test's time is the database's or a browser's.
export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'server',
          include: [
            'server/**/*.test.{ts,tsx}',
            'architecture/**/*.test.ts',
            'web/**/*.test.{ts,tsx}',
            'bin/**/*.test.ts',
          ],
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What a browser shows comes when it comes: as patient as the browser's own waiting.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
