import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findJava } from '../../../local/stack/java.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'java-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function jdk(name: string, version: string): Promise<string> {
  const home = join(folder, name);
  await mkdir(join(home, 'bin'), { recursive: true });
  await writeFile(join(home, 'bin', 'java'), '');
  await writeFile(join(home, 'release'), `JAVA_VERSION="${version}"\n`);
  return home;
}

test('JAVA_HOME is taken before the java in PATH', async () => {
  const [home, other] = [await jdk('home', '21.0.2'), await jdk('other', '25.0.1')];
  const env = { JAVA_HOME: home, PATH: join(other, 'bin') };
  expect(await findJava(env, [])).toEqual({ home, major: 21 });
});

test('an older JAVA_HOME gives way to the java in PATH', async () => {
  const [home, other] = [await jdk('home', '17.0.2'), await jdk('other', '25.0.1')];
  const env = { JAVA_HOME: home, PATH: `${join(folder, 'nothing')}:${join(other, 'bin')}` };
  expect(await findJava(env, [])).toEqual({ home: other, major: 25 });
});

test('the newest of the distribution is taken where JAVA_HOME and PATH have none', async () => {
  await jdk('java-21', '21.0.9');
  const newest = await jdk('java-25', '25.0.1');
  await writeFile(join(folder, '.java-25.jinfo'), 'not a JDK');
  expect(await findJava({}, [folder])).toEqual({ home: newest, major: 25 });
});

test('where every JDK is too old, one line says what was found and what to do', async () => {
  const home = await jdk('home', '17.0.2');
  await expect(findJava({ JAVA_HOME: home }, [])).rejects.toThrow(/need Java 21.*only found Java 17.*install a JDK/);
});

test('where there is no JDK at all, one line says so', async () => {
  await expect(findJava({}, [])).rejects.toThrow(/found no Java: install a JDK/);
});
