// Reads the emulators' `/__/firebase/init.js?useEmulator=true`, the one place that tells a page where they listen.
import * as z from 'zod/mini';
import { type FirebaseConfig, FirebaseOptions } from './firebase-config.ts';

/**
 * The script is written for the old namespaced SDK, which this page does not load, so its two JSON values are read
 * without running it (firebase-tools, `templates/hosting/init.js`).
 *
 * @throws an error where the script holds no configuration
 */
export function parseInitScript(script: string): FirebaseConfig {
  const options = FirebaseOptions.parse(jsonVariable(script, 'firebaseConfig'));
  const { auth } = Emulators.parse(jsonVariable(script, 'firebaseEmulators') ?? {});
  return { options, authEmulatorOrigin: auth ? `http://${auth.hostAndPort}` : null };
}

const Emulators = z.object({ auth: z.optional(z.object({ hostAndPort: z.string() })) });

/** The value of `var <name> = {...};` as `JSON.stringify(value, null, 2)` prints it: its last brace starts a line. */
function jsonVariable(script: string, name: string): unknown {
  const match = new RegExp(`var ${name} = (\\{\\}|\\{\\n[^]*?\\n\\});`).exec(script);
  return match?.[1] === undefined ? undefined : JSON.parse(match[1]);
}
