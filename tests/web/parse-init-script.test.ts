import { expect, test } from 'vitest';
import { parseInitScript } from '../../web/parse-init-script.ts';

const CONFIG = { projectId: 'demo-tests', databaseURL: 'https://demo-tests.example.com', apiKey: 'fake-api-key' };

function initScript(emulators: unknown): string {
  const json = (value: unknown) => JSON.stringify(value, null, 2);
  return `check();\nvar firebaseConfig = ${json(CONFIG)};\nif (firebaseConfig) {\n  var firebaseEmulators = ${json(emulators)};\n  if (firebaseEmulators) { connect(); }\n}\n`;
}

test('the auth emulator is found on whatever port it listens', () => {
  const auth = { host: '127.0.0.1', port: 40123, hostAndPort: '127.0.0.1:40123' };
  const script = initScript({ auth, firestore: { host: '127.0.0.1', port: 8080, hostAndPort: '127.0.0.1:8080' } });
  expect(parseInitScript(script)).toEqual({
    options: { projectId: 'demo-tests', apiKey: 'fake-api-key' },
    authEmulatorOrigin: 'http://127.0.0.1:40123',
  });
});

test('without an auth emulator the page talks to the real one', () => {
  expect(parseInitScript(initScript({})).authEmulatorOrigin).toBeNull();
});

test('a script without a configuration is refused', () => {
  expect(() => parseInitScript('<!doctype html>')).toThrow();
  expect(() => parseInitScript('var firebaseConfig = undefined;')).toThrow();
});
