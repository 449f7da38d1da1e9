import { expect, test } from 'vitest';
import { javaMajor } from '../../../local/stack/java-major.ts';

test('reads the release file of a JDK', () => {
  expect(javaMajor('IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="25.0.3"\nJAVA_VERSION_DATE="2026-04-21"')).toBe(25);
});

test('reads what java -version prints', () => {
  expect(javaMajor('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment')).toBe(17);
  expect(javaMajor('openjdk version "21" 2023-09-19')).toBe(21);
});

test('reads the old numbering, in which Java 8 is 1.8', () => {
  expect(javaMajor('java version "1.8.0_412"')).toBe(8);
});

test('says nothing where a text names no version', () => {
  expect(javaMajor('')).toBeUndefined();
  expect(javaMajor('The operation could not be completed. Unable to locate a Java Runtime.')).toBeUndefined();
});
