import { expect, test } from 'vitest';
import { launcherJar } from '../../../local/stack/launcher-jar.ts';

const longPath = `/${'a-rather-long-folder/'.repeat(8)}emulator.jar`;

/** The one file that the jar holds, found as a zip reader finds it: from the end, over the central directory. */
function readJar(jar: Buffer): { name: string; text: string } {
  const end = jar.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const central = jar.readUInt32LE(end + 16);
  expect(jar.toString('latin1', central, central + 4)).toBe('PK\x01\x02');
  expect(jar.readUInt32LE(end + 12)).toBe(end - central);
  const [size, nameLength] = [jar.readUInt32LE(central + 24), jar.readUInt16LE(central + 28)];
  const local = jar.readUInt32LE(central + 42);
  const start = local + 30 + jar.readUInt16LE(local + 26) + jar.readUInt16LE(local + 28);
  return {
    name: jar.toString('latin1', central + 46, central + 46 + nameLength),
    text: jar.toString('utf8', start, start + size),
  };
}

test('the jar holds one manifest that names the main class and the real jar', () => {
  const { name, text } = readJar(launcherJar('com.example.Main', '/opt/emulator.jar'));
  expect(name).toBe('META-INF/MANIFEST.MF');
  expect(text).toBe(
    'Manifest-Version: 1.0\r\nMain-Class: com.example.Main\r\nClass-Path: file:///opt/emulator.jar\r\n\r\n',
  );
});

test('no line of the manifest is longer than 72 bytes, and the lines put together give the whole path', () => {
  const { text } = readJar(launcherJar('com.example.Main', longPath));
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(72);
  expect(text.replaceAll('\r\n ', '')).toContain(`Class-Path: file://${longPath}\r\n`);
});

test('a path with a space is written so that a class path holds it as one', () => {
  expect(readJar(launcherJar('com.example.Main', '/my jars/emulator.jar')).text).toContain(
    'file:///my%20jars/emulator.jar',
  );
});
