import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: ['tests/**/*.test.ts'], exclude: ['tests/**/*.emulator.test.ts'] } },
      {
        test: {
          name: 'emulator',
          include: ['tests/**/*.emulator.test.ts'],
          globalSetup: ['tests/kit/start-emulators.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
