// A browser for tests, without a window.
import { type Browser, chromium } from 'playwright-core';

/** Chromium of the system, or of CHROMIUM_PATH. Rejects where there is none. */
export function aBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    // Without a sandbox, because a test may run as root in a container.
    args: ['--no-sandbox'],
  });
}
