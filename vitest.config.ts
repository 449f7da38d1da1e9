import { defineConfig } from 'vitest/config';

// Pothos and Yoga load graphql's CommonJS build; two builds in one process do not know each other's types.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** What a browser shows of the built page, with the API and Firebase Auth scripted. */
const browser = 'tests/web/page-*.test.ts';

/** A year of weekly runs, minutes long. */
const year = 'tests/year/*.emulator.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.emulator.test.ts', browser],
          // Some search thousands of cases, on machines that do other things as well.
          testTimeout: 30_000,
        },
      },
      { resolve, test: { name: 'page', include: [browser], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        resolve,
        test: {
          name: 'emulator',
          include: ['tests/**/*.emulator.test.ts'],
          exclude: [year],
          globalSetup: ['tests/kit/start-emulators.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'year',
          include: [year],
          globalSetup: ['tests/kit/start-emulators.ts'],
          // After all others: it alone takes as long as they do together.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
