import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../local/project-root.ts';
import { allowEmulators } from '../../../local/stack/allow-emulators.ts';

/** What the page may call, once for each of its paths. */
const allowed = (text: string): string[] => text.match(/connect-src [^;]+/g) ?? [];
const deployed = await readFile(join(projectRoot, 'firebase.json'), 'utf8');

test('the page that is deployed may call its own origin and Google, and nothing on its visitor’s machine', () => {
  expect(allowed(deployed)).toEqual(
    Array(3).fill("connect-src 'self' https://identitytoolkit.googleapis.com https://securetoken.googleapis.com"),
  );
});

test('that of a local stack may call the emulators too, and is the same in all else', () => {
  const local = allowEmulators(deployed);
  expect(allowed(local).every((sources) => sources.includes(" 'self' http://127.0.0.1:* https://"))).toBe(true);
  expect(local.replaceAll(' http://127.0.0.1:*', '')).toBe(deployed);
});
